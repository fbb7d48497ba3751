using Concentric.Platform.Identity;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>
/// What of other people's statements the reader sees (an office its own field, the chairpersons' meeting all): the items that the own
/// office records by the sheet, and those whose recorder is no office of the committee.
/// </summary>
public sealed class StatementField(ActorField field, OfficeList offices)
{
    /// <summary>The reader's offices; null for those who see whole statements.</summary>
    public IReadOnlyList<Office>? Own { get; } = field.Of(AppraisalPermissions.Read);

    public bool IsWhole => Own is null;

    public bool Sees(RuleItem item) =>
        Own is null
        || item.Recorder is not { } recorder
        || offices.RecordersIn(recorder) is not { Count: > 0 } named
        || named.Any(Own.Contains);

    /// <summary>A fact that met no item belongs to whoever organised it.</summary>
    public bool Sees(RuleSheet sheet, UncountedFact one, FactOrigin? origin) =>
        Own is null
        || (
            sheet.AllItems.FirstOrDefault(item => item.Id == one.Item) is { } item
                ? Sees(item)
                : field.Covers(AppraisalPermissions.Read, origin?.OrganiserId)
        );

    /// <summary>The items of a statement that the reader sees, in the sheet's order.</summary>
    public IEnumerable<ItemScore> Seen(IEnumerable<ItemScore> items) => items.Where(item => Sees(item.Item));

    /// <summary>How many facts of the own field counted, and how many did not.</summary>
    public (int Counted, int Uncounted) Count(RuleSheet sheet, Statement statement)
    {
        var items = sheet.AllItems.Where(Sees).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return (
            Seen(statement.Items).SelectMany(item => item.Lines).Select(line => line.Fact.Id).Distinct().Count(),
            statement.Uncounted.Count(one => one.Item is { } item && items.Contains(item))
        );
    }
}
