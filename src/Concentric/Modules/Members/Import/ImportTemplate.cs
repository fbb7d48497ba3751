using Concentric.Platform.Web;
using MiniExcelLibs;

namespace Concentric.Modules.Members.Import;

/// <summary>An empty list to fill in: the headings, one example, and the closed lists on a second sheet.</summary>
internal static class ImportTemplate
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static byte[] Make(MemberColumns columns, SectorList sectors, PartyList parties)
    {
        var example = columns.All.ToDictionary(column => column.Name, object? (column) => column.Example, StringComparer.Ordinal);
        var closed = Enumerable
            .Range(0, Math.Max(sectors.All.Count, parties.All.Count))
            .Select(place => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [Heading(columns, "sector")] = sectors.All.ElementAtOrDefault(place)?.Name,
                [Heading(columns, "party")] = parties.All.ElementAtOrDefault(place)?.Name,
            });
        using var stream = new MemoryStream();
        stream.SaveAs(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [Language.IsEnglish ? "Members" : columns.All[0].Title] = new[] { example },
                [Heading(columns, "sector")] = closed.ToList(),
            }
        );
        return stream.ToArray();
    }

    private static string Heading(MemberColumns columns, string id) => columns.All.Single(column => column.Id == id).Name;
}
