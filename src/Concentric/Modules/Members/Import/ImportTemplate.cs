using Concentric.Platform.Import;
using Concentric.Platform.Web;

namespace Concentric.Modules.Members.Import;

/// <summary>An empty list of members to fill in, with sectors and parties on a second sheet.</summary>
internal static class ImportTemplate
{
    internal static byte[] Make(MemberColumns columns, SectorList sectors, PartyList parties)
    {
        var closed = Enumerable
            .Range(0, Math.Max(sectors.All.Count, parties.All.Count))
            .Select(place => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [columns.NameOf("sector")] = sectors.All.ElementAtOrDefault(place)?.Name,
                [columns.NameOf("party")] = parties.All.ElementAtOrDefault(place)?.Name,
            });
        var sheet = Language.IsEnglish ? "Members" : columns.All[0].Title;
        return ListTemplate.Make(columns, sheet, (columns.NameOf("sector"), [.. closed]));
    }
}
