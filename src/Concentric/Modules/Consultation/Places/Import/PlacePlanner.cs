using Concentric.Modules.Consultation.Places.Office;
using Concentric.Platform;
using Concentric.Platform.Import;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>What an import would do, and everything that speaks against it. Each place comes after the one it belongs to.</summary>
internal sealed record PlacePlan(IReadOnlyList<PlannedPlace> Places, IReadOnlyList<RowProblem> Problems, int Rows, int Known);

/// <summary>A place that a row founds.</summary>
/// <param name="Parent">Slug of the place above, known or planned; none at the top.</param>
internal sealed record PlannedPlace(PlaceDetails Details, string Slug, string? Parent);

/// <summary>Reads rows in their order and hangs them into the tree; a place above may stand in an earlier row or be there already.</summary>
internal sealed class PlacePlanner(PlaceColumns columns, IReadOnlyList<PlaceChoice> known, SlugMaker slugs)
{
    private readonly List<RowProblem> problems = [];
    private readonly List<PlannedPlace> planned = [];
    private readonly Dictionary<string, int> levels = known.ToDictionary(place => place.Slug, place => place.Depth + 1);
    private readonly Dictionary<string, string> lineages = known.ToDictionary(place => place.Slug, place => place.Lineage);
    private readonly HashSet<string> there = [.. known.Select(place => place.NameKey)];
    private readonly List<(string Name, string Slug, bool Open)> named =
    [
        .. known.Select(place => (PlaceName.Plain(place.Name), place.Slug, !place.IsClosed)),
    ];

    internal PlacePlan Plan(
        IReadOnlyList<TableLine> lines,
        IReadOnlyDictionary<string, (int Place, string Heading)> places,
        Action<int> progress
    )
    {
        var left = 0;
        foreach (var (at, line) in lines.Index())
        {
            List<RowProblem> own = [];
            if (!Read(new RowCells(line, places, own, text => text), own))
                left++;
            problems.AddRange(own);
            progress(at + 1);
        }

        return new PlacePlan(planned, problems, lines.Count, left);
    }

    /// <returns>False for a place that is there already.</returns>
    private bool Read(RowCells cells, List<RowProblem> own)
    {
        var details = DetailsOf(cells);
        foreach (var fault in details.Faults())
            cells.Complain(char.ToLowerInvariant(fault.Field![0]) + fault.Field[1..], fault);
        var parent = ParentOf(cells);
        if (own.Count > 0)
            return true;
        var name = details.Name!.Trim();
        var above = parent is null ? "" : lineages[parent];
        if (!there.Add(PlaceName.KeyOf(above, name)))
            return false;
        if (SlugOf(cells, name) is not { } slug)
            return true;
        var level = parent is null ? 1 : levels[parent] + 1;
        if (level > Place.MostLevels)
            cells.Complain("parent", new Refusal("PlaceTooDeep", Place.MostLevels));
        levels[slug] = level;
        lineages[slug] = $"{above}{slug}/";
        named.Add((PlaceName.Plain(name), slug, true));
        planned.Add(new PlannedPlace(details, slug, parent));
        return true;
    }

    private PlaceDetails DetailsOf(RowCells cells)
    {
        var name = cells.Text("name");
        return new PlaceDetails
        {
            Name = name,
            Kind = cells.As("kind", columns.KindOf, "PlaceKindUnreadable") ?? (name is null ? null : columns.KindByName(name)),
            Address = cells.Text("address"),
            Latitude = cells.As("latitude", text => PlaceFields.Degrees(text).Value, "LatitudeUnreadable"),
            Longitude = cells.As("longitude", text => PlaceFields.Degrees(text).Value, "LongitudeUnreadable"),
        };
    }

    /// <summary>The place above by slug or by name; a name that two places bear is told.</summary>
    private string? ParentOf(RowCells cells)
    {
        if (cells.Text("parent") is not { } typed)
            return null;
        var plain = PlaceName.Plain(typed);
        var meant = named.FindAll(place => place.Slug == typed || place.Name == plain);
        if (meant.Count == 0)
            cells.Complain("parent", new Refusal("PlaceUnknown", typed));
        else if (meant.Count > 1)
            cells.Complain("parent", new Refusal("PlaceAmbiguous", typed));
        else if (!meant[0].Open)
            cells.Complain("parent", new Refusal("PlaceClosed", typed));
        return meant is [{ Open: true } only] ? only.Slug : null;
    }

    private string? SlugOf(RowCells cells, string name)
    {
        if (cells.Text("slug") is not { } typed)
            return slugs.For(name);
        var slug = TypedText.HalfWidth(typed).Trim().ToLowerInvariant();
        if ((PlaceSlug.WhyNot(slug) ?? (slugs.Take(slug) ? null : new Refusal("SlugTaken", slug))) is not { } refusal)
            return slug;
        cells.Complain("slug", refusal);
        return null;
    }
}
