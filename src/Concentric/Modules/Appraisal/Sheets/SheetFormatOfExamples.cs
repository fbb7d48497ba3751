namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>The part of the format that writes worked examples.</summary>
internal static class SheetFormatOfExamples
{
    private static Form Text => new TextForm();
    private static Form Id => new IdForm();
    private static Form Number => new NumberForm(-100_000);
    private static Form Times => new WholeForm(0, 10_000);

    private static MapForm Role =>
        new(
            "roleSpan",
            new("role", Id, "Role held.", true),
            new("from", new DateForm(), "From this day.", true),
            new("to", new DateForm(), "To this day.", true)
        );

    private static MapForm Decision =>
        new(
            "decision",
            new("veto", Id, "Which veto was decided.", true),
            new("on", new DateForm(), "When.", true),
            new("by", Text, "By which meeting.", true)
        );

    private static MapForm Past =>
        new(
            "pastYear",
            new("year", new WholeForm(1900, 2200), "Year.", true),
            new("grade", Id, "Its grade."),
            new("counts", new DictionaryForm(Times), "How often each veto's condition was met.")
        );

    private static MapForm Record =>
        new(
            "record",
            new("fact", new KindForm(), "Kind of fact.", true),
            new("day", new DateForm(), "When.", true),
            new("category", Id, "Category."),
            new("step", Id, "Step."),
            new("quantity", new WholeForm(1, 10_000), "Units; 1 when left out."),
            new("thing", Text, "What it is about; facts about one thing share it."),
            new("with", new DictionaryForm(Text), "Attributes."),
            new("retracted", new FlagForm(), "Taken back.")
        );

    private static MapForm Expect =>
        new(
            "expect",
            new("total", Number, "The total.", true),
            new("base", Number, "All categories."),
            new("bonus", Number, "All bonuses."),
            new("deductions", Number, "All deductions, positive."),
            new("categories", new DictionaryForm(Number), "Points of categories."),
            new("items", new DictionaryForm(Number), "Points of items; taken points are negative."),
            new("grade", Id, "Grade before the quota; 'none' when ungraded."),
            new("unmet", new ListForm(Id), "Minimum duties not met."),
            new("toBeDecided", new ListForm(Id), "Vetoes to be put before a meeting."),
            new("notCounted", Times, "How many facts stand in no line.")
        );

    internal static MapForm Example =>
        new(
            "example",
            new("name", Text, "What it shows.", true),
            new("role", Id, "Role held for the whole span."),
            new("roles", new ListForm(Role, Least: 1), "Roles held, when they change."),
            new("duties", new ListForm(Text, OrOne: true), "Duties held."),
            new("leaveMonths", new WholeForm(0, 12), "Months of approved long leave."),
            new("decisions", new ListForm(Decision), "Decisions of meetings."),
            new("past", new ListForm(Past), "Earlier years."),
            new(
                "facts",
                new DictionaryForm(new EitherForm(Times, new DictionaryForm(Times))),
                "For each item so many facts that it counts, or so many of each step."
            ),
            new("records", new ListForm(Record), "Facts told in full."),
            new("expect", Expect, "What it must come to.", true)
        )
        {
            ExactlyOne =
            [
                ["role", "roles"],
            ],
        };
}
