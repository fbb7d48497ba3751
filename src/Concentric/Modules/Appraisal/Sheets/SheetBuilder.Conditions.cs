using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>Duties, vetoes, grades and examples.</summary>
internal static partial class SheetBuilder
{
    private static MinimumDuty Duty(SheetNode node) =>
        new(
            node.Text("id"),
            node.Text("title"),
            [.. node.Maps("counts").Select(Match)],
            node.Whole("atLeast") ?? 1,
            node.Texts("for"),
            node.At
        )
        {
            TitleEn = node.TextOrNone("titleEn"),
        };

    private static VetoRule Veto(SheetNode node)
    {
        var when = node.Map("when");
        return new()
        {
            Id = node.Text("id"),
            Title = node.Text("title"),
            TitleEn = node.TextOrNone("titleEn"),
            DecidedBy = node.Text("decidedBy"),
            GradeAtMost = node.Text("gradeAtMost"),
            Refer = node.TextOrNone("refer"),
            Counts = [.. when.Maps("counts").Select(Match)],
            AtLeast = when.Whole("atLeast") ?? 1,
            FewerThan = when.Whole("fewerThan"),
            YearsInARow = when.Whole("yearsInARow") ?? 1,
            WithinTerm = when.Flag("withinTerm"),
            At = node.At,
        };
    }

    private static GradeRules Grades(SheetNode node) =>
        new()
        {
            Levels =
            [
                .. node.Maps("levels")
                    .Select(level => new GradeLevel(
                        level.Text("id"),
                        level.Text("title"),
                        level.Points("from") ?? Points.Zero,
                        level.At
                    )
                    {
                        TitleEn = level.TextOrNone("titleEn"),
                    }),
            ],
            MinimumUnmetAtMost = node.TextOrNone("minimumUnmet"),
            Quota = node["quota"] is { Kind: NodeKind.Map } quota ? Quota(quota) : null,
            Consequences =
            [
                .. node.Maps("consequences")
                    .Select(one => new GradeConsequence(
                        one.Text("grade"),
                        one.Whole("yearsInARow") ?? 1,
                        one.Whole("withinTerm"),
                        one.Texts("then"),
                        one.At
                    )),
            ],
            At = node.At,
        };

    private static GradeQuota Quota(SheetNode node) =>
        new()
        {
            Grade = node.Text("grade"),
            ShareThousandths = node.Points("share") is { } share ? (int)share.Thousandths : null,
            AtMost = node.Whole("atMost"),
            OthersGet = node.Text("othersGet"),
            Order = [.. (node["order"]?.Items ?? []).Select(Tie)],
            DecidedBy = node.Text("decidedBy"),
            At = node.At,
        };

    private static TieRule Tie(SheetNode node) =>
        node.Kind == NodeKind.Map
            ? new(TieMeasure.Units, node.Texts("units"))
            : new(
                node.Value switch
                {
                    "base" => TieMeasure.Base,
                    "bonus" => TieMeasure.Bonus,
                    _ => TieMeasure.Total,
                },
                []
            );

    private static SheetExample Example(SheetNode node, DateOnly from, DateOnly to)
    {
        var name = node.Text("name");
        return new()
        {
            Name = name,
            Member = Member(node, name, from, to),
            Counts = [.. node.Map("facts").Entries.SelectMany(Count)],
            Facts = [.. node.Maps("records").Select((record, at) => Record(record, $"{name}/{at}", from))],
            Expect = [.. node.Map("expect").Entries.SelectMany(Expected)],
            At = node.At,
        };
    }

    private static ScoredMember Member(SheetNode node, string name, DateOnly from, DateOnly to) =>
        new()
        {
            Key = name,
            Roles = node["role"] is { } role
                ? [new(role.Value, from, to)]
                :
                [
                    .. node.Maps("roles")
                        .Select(span => new RoleSpan(span.Text("role"), span.Date("from") ?? from, span.Date("to") ?? to)),
                ],
            Duties = node.Texts("duties"),
            LongLeaveMonths = node.Whole("leaveMonths") ?? 0,
            Vetoes =
            [
                .. node.Maps("decisions")
                    .Select(one => new VetoDecision(one.Text("veto"), one.Date("on") ?? from, one.Text("by"))),
            ],
            Past = [.. node.Maps("past").Select(Past)],
        };

    private static PastYear Past(SheetNode node) =>
        new(
            node.Whole("year") ?? 0,
            node.TextOrNone("grade"),
            node.Map("counts")
                .Entries.ToDictionary(
                    entry => entry.Key,
                    entry => (long)(FormCheck.Whole(entry.Value.Value) ?? 0),
                    StringComparer.Ordinal
                )
        );

    private static IEnumerable<ExampleCount> Count(SheetEntry entry) =>
        entry.Value.Kind == NodeKind.Map
            ? entry.Value.Entries.Select(step => new ExampleCount(entry.Key, step.Key, Times(step.Value), step.At))
            : [new(entry.Key, null, Times(entry.Value), entry.At)];

    private static int Times(SheetNode node) => Math.Clamp(FormCheck.Whole(node.Value) ?? 0, 0, 10_000);

    private static DutyFact Record(SheetNode node, string name, DateOnly from) =>
        new()
        {
            Id = SheetExamples.IdOf(name),
            Kind = node.Text("fact"),
            Category = node.TextOrNone("category"),
            Day = node.Date("day") ?? from,
            Step = node.TextOrNone("step"),
            Quantity = node.Whole("quantity") ?? 1,
            Thing = node.TextOrNone("thing"),
            Retracted = node.Flag("retracted"),
            Attributes = node.Map("with")
                .Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Value, StringComparer.Ordinal),
        };

    private static IEnumerable<ExampleExpectation> Expected(SheetEntry entry) =>
        entry.Value.Kind switch
        {
            NodeKind.Map => entry.Value.Entries.Select(one => new ExampleExpectation(
                $"{entry.Key}.{one.Key}",
                one.Value.Value,
                one.At
            )),
            NodeKind.List => [new(entry.Key, string.Join(", ", entry.Value.Words()), entry.At)],
            _ => [new(entry.Key, entry.Value.Value, entry.At)],
        };
}
