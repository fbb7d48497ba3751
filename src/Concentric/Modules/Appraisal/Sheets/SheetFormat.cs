using Concentric.Rules.Facts;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>The format of rule sheets, version 1: every key, what it may hold and what it means.</summary>
internal static class SheetFormat
{
    private static Form Text => new TextForm();
    private static Form Id => new IdForm();
    private static Form Points => new NumberForm();
    private static Form Days => new WholeForm(1, 366);
    private static Field TitleEn =>
        new("titleEn", Text, "The same for pages in English; the Chinese title stands there when left out.");
    private static Form Ids => new ListForm(Id, OrOne: true);
    private static Form Texts => new ListForm(Text, OrOne: true);

    private static Form Where =>
        new DictionaryForm(
            new EitherForm(
                new ListForm(Text, OrOne: true, Least: 1),
                new MapForm(
                    "atMost",
                    new Field("atMost", new WholeForm(1, 10_000), "The attribute is a number and at most this.", true)
                )
            )
        );

    private static MapForm Match =>
        new(
            "match",
            new("fact", new KindForm(), "Kind of fact, as docs/facts.md lists it.", true),
            new("category", Ids, "Only facts of these categories, for example kinds of meeting."),
            new("step", Ids, "Only facts that reached one of these steps."),
            new("as", Id, "The step that the fact counts as here, in place of its own."),
            new("where", Where, "Only facts whose attributes are so.")
        );

    private static Form Counts => new ListForm(Match, OrOne: true, Least: 1);
    private static Form Amount => new EitherForm(Points, new DictionaryForm(Points));

    private static MapForm Limit =>
        new(
            "limit",
            new("atMost", new WholeForm(1, 10_000), "So many units.", true),
            new("each", new ChoiceForm("day", "month", "year"), "In each of these.", true),
            new("of", Id, "For each value of this attribute: at most once a month for each person contacted.")
        );

    private static MapForm Split =>
        new(
            "split",
            new("part", Id, "Attribute that says first, joint or sole.", true),
            new("people", Id, "Attribute that says how many authors there are.", true),
            new("first", new NumberForm(0, 1), "Share of the first author.", true),
            new(
                "others",
                new EitherForm(new NumberForm(0, 1), new ChoiceForm("share")),
                "Share of each other author; 'share' divides what the first leaves equally.",
                true
            )
        );

    private static MapForm Item =>
        new(
            "item",
            new("id", Id, "Name of the item, once in the sheet.", true),
            new("title", Text, "What people read.", true),
            TitleEn,
            new("rule", new TextForm(4000), "The words of the scheme."),
            new("unit", new ChoiceForm([.. UnitOfCount.All]), "Unit of count of the facts.", true),
            new("counts", Counts, "Which facts count.", true),
            new("points", Amount, "Points for a unit, or for a unit of each step."),
            new("takes", Amount, "Points that a unit takes away; in deductions and in categories that start full."),
            new("cap", Points, "The most it gives or takes in the span; none when left out."),
            new("capPerStep", new DictionaryForm(Points), "The most that one step gives."),
            new("ladder", new FlagForm(), "Of several facts about one thing only the highest step counts."),
            new("fromNth", new WholeForm(1, 10_000), "Counts from the n-th unit on."),
            new("upToNth", new WholeForm(1, 10_000), "Counts no more than n units."),
            new("onceAt", new WholeForm(1, 10_000), "Gives its points once, when so many units are reached."),
            new("limits", new ListForm(Limit, OrOne: true), "At most so many units a day, month or year."),
            new("split", Split, "What several authors of one thing get."),
            new("for", Ids, "Only for these roles."),
            new("substituteFor", Id, "Stands in for the item of another role; both draw on one cap."),
            new("recorder", Text, "The office that records or confirms.")
        )
        {
            ExactlyOne =
            [
                ["points", "takes"],
            ],
        };

    private static Form ItemList => new ListForm(Item);

    private static MapForm Category =>
        new(
            "category",
            new("id", Id, "Name of the category.", true),
            new("title", Text, "What people read.", true),
            TitleEn,
            new("cap", Points, "The most it gives."),
            new("startsAt", Points, "Starts with these points; its items take away, never below 0."),
            new("items", ItemList, "Its items.", true)
        );

    private static MapForm About =>
        new(
            "about",
            new("id", Id, "Name of the scheme, the same in all versions.", true),
            new("version", new TextForm(30), "Version of the scheme.", true),
            new("title", Text, "Title of the scheme.", true),
            TitleEn,
            new("source", Text, "Where its rules come from."),
            new("basis", new ListForm(Text, Least: 1), "Legal basis.", true),
            new("adoptedBy", Text, "The meeting that adopted it.", true),
            new("adoptedOn", new DateForm(), "When.", true),
            new("from", new DateForm(), "First day of the facts it judges.", true),
            new("to", new DateForm(), "Last day.", true)
        );

    private static MapForm Role => new("role", new("title", Text, "What people read.", true), TitleEn);

    private static MapForm Scale =>
        new(
            "scale",
            new("base", Points, "The most that the categories give together."),
            new("bonusCap", Points, "The most that all bonuses give together."),
            new("ceiling", Points, "The highest total."),
            new("floor", new NumberForm(-100_000), "The lowest total; 0 when left out."),
            new("decimals", new WholeForm(0, 3), "Places of points; 1 when left out.")
        );

    private static MapForm Population =>
        new(
            "population",
            new("outsideContest", Texts, "Duties whose holders are scored but get no grade and never count in the quota."),
            new("noGradeBelowMonths", new WholeForm(1, 12), "No grade below so many months in office."),
            new("noGradeFromLeaveMonths", new WholeForm(1, 12), "No grade from so many months of approved long leave on."),
            new(
                "proRata",
                new ListForm(new ChoiceForm("minimumDuties", "caps", "thresholds"), OrOne: true),
                "What is scaled for a part of the year."
            )
        );

    private static MapForm Duty =>
        new(
            "minimumDuty",
            new("id", Id, "Name.", true),
            new("title", Text, "What people read.", true),
            TitleEn,
            new("counts", Counts, "Which facts fulfil it.", true),
            new("atLeast", new WholeForm(1, 10_000), "So many units.", true),
            new("for", Ids, "Only for these roles.")
        );

    private static MapForm When =>
        new(
            "vetoCondition",
            new("counts", Counts, "Which facts.", true),
            new("atLeast", new WholeForm(1, 10_000), "So many units; 1 when left out."),
            new("fewerThan", new WholeForm(1, 10_000), "Fewer units than this, in place of atLeast: no proposal in two years."),
            new("yearsInARow", new WholeForm(1, 10), "In so many years in a row, this one among them."),
            new("withinTerm", new FlagForm(), "Counted over the whole term.")
        )
        {
            NotBoth = ["atLeast", "fewerThan"],
        };

    private static MapForm Veto =>
        new(
            "veto",
            new("id", Id, "Name.", true),
            new("title", Text, "What people read.", true),
            TitleEn,
            new("decidedBy", Text, "The meeting that decides it.", true),
            new("gradeAtMost", Id, "Grade that is not exceeded once it is decided.", true),
            new("refer", Text, "To whom the case goes on."),
            new("when", When, "Facts that make it worth putting before the meeting. Nothing is decided by them.")
        );

    private static MapForm Level =>
        new(
            "grade",
            new("id", Id, "Name.", true),
            new("title", Text, "What people read.", true),
            TitleEn,
            new("from", new NumberForm(-100_000), "Total from which it is reached.", true)
        );

    private static MapForm Quota =>
        new(
            "quota",
            new("grade", Id, "The grade with a quota.", true),
            new("share", new NumberForm(0.001m, 1), "At most this share of the people graded, rounded down."),
            new("atMost", new WholeForm(1, 100_000), "At most so many people."),
            new("othersGet", Id, "The grade of those beyond the quota.", true),
            new(
                "order",
                new ListForm(
                    new EitherForm(
                        new ChoiceForm("total", "base", "bonus"),
                        new MapForm("tieUnits", new Field("units", Ids, "Units counted under these items.", true))
                    )
                ),
                "Who comes first, and how ties are broken. What is left is for the meeting; never a lot, never age."
            ),
            new("decidedBy", Text, "The meeting that decides.", true)
        );

    private static MapForm Consequence =>
        new(
            "consequence",
            new("grade", Id, "Upon this grade.", true),
            new("yearsInARow", new WholeForm(1, 10), "So many years in a row."),
            new("withinTerm", new WholeForm(1, 10), "So many times within the term."),
            new("then", Texts, "What follows.", true)
        );

    private static MapForm Grades =>
        new(
            "grades",
            new("levels", new ListForm(Level, Least: 1), "Grades from the highest to the lowest.", true),
            new("minimumUnmet", Id, "Highest grade of whoever fails a minimum duty."),
            new("quota", Quota, "Limit of the top grade."),
            new("consequences", new ListForm(Consequence), "What follows a grade.")
        );

    private static MapForm Cycle =>
        new(
            "cycle",
            new("selfCheckDays", Days, "Days for the member's own look."),
            new("publicityDays", Days, "Working days of publicity."),
            new("objectionDays", Days, "Working days to object."),
            new("firstAnswerDays", Days, "Working days for the recording office's answer."),
            new("secondAnswerDays", Days, "Working days for the chairpersons' meeting's answer.")
        );

    private static MapForm Group =>
        new(
            "sameFact",
            new("id", Id, "Name.", true),
            new("items", new ListForm(Id, Least: 2), "Items that may not both score one thing.", true)
        );

    internal static MapForm Sheet { get; } = Whole;

    private static MapForm Whole =>
        new(
            "sheet",
            new("schemaVersion", new WholeForm(1, 1), "Version of this format.", true),
            new("sheet", About, "What it is, who adopted it, which days it judges.", true),
            new("shape", new ChoiceForm("base-and-bonus", "capped-categories", "open", "full-then-deduct"), "One of four.", true),
            new("scale", Scale, "Limits of the total."),
            new("roles", new DictionaryForm(new EitherForm(Text, Role)), "Roles, with their titles.", true),
            new("population", Population, "Who is graded."),
            new("minimumDuties", new ListForm(Duty), "Conditions, not points."),
            new("categories", new ListForm(Category, Least: 1), "Categories with their items.", true),
            new("bonus", ItemList, "Bonus items."),
            new("deductions", ItemList, "Deductions."),
            new("sameFact", new ListForm(Group), "Items that may not both score one thing."),
            new("vetoes", new ListForm(Veto), "Decided by a meeting, applied from its decision."),
            new("grades", Grades, "Grades, quota, consequences."),
            new("cycle", Cycle, "Days of the year's procedure."),
            new(
                "examples",
                new ListForm(SheetFormatOfExamples.Example, Least: 1),
                "Worked examples; they must compute as written.",
                true
            )
        );
}
