using Concentric.Modules.Meetings;
using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>Says one rule of a sheet in the reader's language: its name and its value. What only the sheet names is said as the sheet has it.</summary>
public sealed class FacetWording(IStringLocalizer<AppraisalTexts> text, Words words, DisplayFormat format, MeetingsApi meetings)
{
    private readonly Lazy<Dictionary<string, string>> categories = new(() =>
        meetings.Kinds().ToDictionary(kind => kind.Id, kind => kind.Name, StringComparer.Ordinal)
    );

    /// <summary>每条计分 · 上限: the rule's name.</summary>
    public string Label(SheetPart part, string code) =>
        text[
            "Facet." + code,
            part.Facets.FirstOrDefault(facet => facet.Code == "Unit")?.Value is string unit ? words.Unit(unit) : ""
        ];

    /// <summary>县级采用 · 县级采用上限: the rule's name for one step, where it has steps.</summary>
    public string LabelOf(SheetPart part, SheetFacet facet) =>
        facet.Of is null ? Label(part, facet.Code)
        : text[$"Facet.{facet.Code}.Of", Of(facet)] is { ResourceNotFound: false } own ? own.Value
        : Of(facet);

    /// <summary>What one value of several is about: a step, a value of the statement.</summary>
    public string Of(SheetFacet facet) =>
        facet switch
        {
            { OfPart: { } part } => part.Name(),
            { Code: "Expected" } => Known("Expected.", facet.Of!),
            _ => Known("Step.", facet.Of!),
        };

    /// <summary>The value; what is not set is said so.</summary>
    public string Value(SheetFacet? facet) =>
        facet?.Value switch
        {
            null => text["Value.None"],
            Points points => text["Value.Points", points.ToString()],
            int number => Number(facet.Code, number),
            bool => format.YesNo(true),
            DateOnly day => format.Date(day),
            SheetSpan span => format.Range(span.From, span.To),
            SheetShape shape => text["Shape." + shape],
            SheetPlace { Area: SheetArea.Item } place => place.Name(),
            SheetPlace place => text["Area." + place.Area],
            CoAuthorSplit split => Split(split),
            ExampleFacts facts => Facts(facts),
            INamedPart named => Word(facet, named.Name()),
            string word => Word(facet, word),
            _ => List(facet.Value),
        };

    private string List(object value) =>
        format.List(
            value switch
            {
                IReadOnlyList<FactMatch> matches => matches.Select(Match),
                IReadOnlyList<CountLimit> limits => limits.Select(Limit),
                IReadOnlyList<SheetTie> rules => rules.Select(Tie),
                IReadOnlyList<SheetName> names => names.Select(name => name.Name()),
                IReadOnlyList<ProRataTarget> targets => targets.Select(target => text["ProRata." + target].Value),
                IReadOnlyList<string> texts => texts,
                _ => [],
            }
        );

    private string Number(string code, int number) =>
        code == "Share" ? DisplayFormat.Percent(number / 1000m) : text["Value." + code, number];

    private string Word(SheetFacet facet, string word) =>
        facet switch
        {
            { Code: "Unit" } => words.Unit(word),
            { Code: "Expected", Of: "grade" } when word == "none" => text["Expected.NoGrade"],
            { Code: "Expected", Of: "notCounted" } => word,
            { Code: "Expected" } when Points.Parse(word) is { } points => text["Value.Points", points.ToString()],
            { Code: "Expected" } when word.Length == 0 => text["Expected.Nothing"],
            _ => word,
        };

    /// <summary>提案（立案；署名：独立、第一）: which facts are counted.</summary>
    private string Match(FactMatch match)
    {
        List<string> details = [];
        if (match.Categories.Count > 0)
            details.Add(format.List(match.Categories.Select(id => categories.Value.GetValueOrDefault(id, id))));
        if (match.Steps.Count > 0)
            details.Add(format.List(match.Steps.Select(step => Known("Step.", step))));
        details.AddRange(match.Where.Select(Test));
        if (match.As is { } step)
            details.Add(text["Match.As", Known("Step.", step)]);
        var fact = words.Has("Fact." + match.Fact) ? words["Fact." + match.Fact] : match.Fact;
        return details.Count == 0 ? fact : text["Match", fact, string.Join(text["Match.Join"], details)];
    }

    private string Test(AttributeTest test) =>
        test.AtMost is { } most
            ? text["Match.AtMost", Known("Attribute.", test.Attribute), most]
            : text[
                "Match.OneOf",
                Known("Attribute.", test.Attribute),
                format.List(test.OneOf.Select(value => Known("AttributeValue.", value)))
            ];

    private string Limit(CountLimit limit)
    {
        string plain = text["LimitEach." + limit.Each, limit.AtMost];
        return limit.Of is { } attribute ? text["LimitEach.Of", plain, Known("Attribute.", attribute)] : plain;
    }

    private string Tie(SheetTie rule) =>
        rule.By == TieMeasure.Units
            ? text["Tie.Units", string.Join(text["Tie.And"], rule.Items.Select(item => item.Name()))]
            : text["Tie." + rule.By];

    private string Split(CoAuthorSplit split)
    {
        var first = DisplayFormat.Percent(split.First / 1000m);
        return split.Others is { } others
            ? text["Split.Fixed", first, DisplayFormat.Percent(others / 1000m)]
            : text["Split.Shared", first];
    }

    private string Facts(ExampleFacts facts)
    {
        var told = facts.Counts.Select(count =>
            count.Step is { } step
                ? text["ExampleCount.Step", count.Item, Known("Step.", step), count.Count].Value
                : text["ExampleCount", count.Item, count.Count].Value
        );
        return string.Join(
            text["Match.Join"],
            facts.Records > 0 ? told.Append(text["ExampleRecords", facts.Records].Value) : told
        );
    }

    private string Known(string book, string id) => text[book + id] is { ResourceNotFound: false } known ? known.Value : id;
}
