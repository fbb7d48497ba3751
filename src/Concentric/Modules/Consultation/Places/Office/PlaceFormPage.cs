using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>What the form of a new place and of a known one share.</summary>
public abstract class PlaceFormPage(PlaceDesk desk) : AppPage
{
    /// <summary>More would hide each other.</summary>
    private const int MostDrawn = 300;

    /// <summary>Degrees: some five kilometres about a township, and twenty where few places have a point yet.</summary>
    private const double NearSpan = 0.05;
    private const double WideSpan = 0.2;

    [BindProperty]
    public PlaceFields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds =>
        [.. Enum.GetValues<PlaceKind>().Select(kind => new SelectListItem(desk.Text["PlaceKind." + kind], kind.ToString()))];

    /// <summary>The other places, among which this one is set; none while no place has a point.</summary>
    public PlaceDrawing? Map { get; private set; }

    protected PlaceDesk Desk => desk;

    /// <summary>Draws the other places for whoever sets the point of this one: those of its township, else all.</summary>
    /// <param name="lineage">Of the place, or of the one above a new one; empty at the top.</param>
    /// <param name="self">The place that is changed; none for a new one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    protected async Task DrawAsync(string lineage, Place? self, CancellationToken cancellation)
    {
        (decimal, decimal)? own = self is { Latitude: { } north, Longitude: { } east } ? (north, east) : null;
        var top = lineage[..(lineage.IndexOf('/', StringComparison.Ordinal) + 1)];
        var near = top.Length > 0 ? await WithPointAsync(top, self, cancellation) : [];
        Map =
            PlaceDrawing.Of(near, NearSpan, own) ?? PlaceDrawing.Of(await WithPointAsync("", self, cancellation), WideSpan, own);
    }

    private async Task<List<PlaceLoad>> WithPointAsync(string top, Place? self, CancellationToken cancellation)
    {
        var id = self?.Id ?? Guid.Empty;
        var rows = await desk
            .Db.Set<Place>()
            .Where(row => row.Lineage.StartsWith(top) && row.ClosedOn == null && row.Id != id)
            .Where(row => row.Latitude != null && row.Longitude != null)
            .OrderBy(row => row.ParentId != null)
            .ThenBy(row => row.Lineage)
            .Take(MostDrawn)
            .Select(row => new
            {
                row.Id,
                row.Name,
                row.Slug,
                row.ParentId,
                row.Latitude,
                row.Longitude,
            })
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new PlaceLoad(row.Id, row.Name, row.Slug, row.ParentId is null ? 0 : 1, 0, 0)
        {
            Latitude = row.Latitude,
            Longitude = row.Longitude,
        });
    }

    /// <summary>What was entered, with its faults told beside their fields.</summary>
    /// <param name="above">The place above; none at the top.</param>
    /// <param name="self">The place that is changed; none for a new one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    protected async Task<PlaceDetails> EnteredAsync(Place? above, Place? self, CancellationToken cancellation)
    {
        await TellNameAsync(above, self, cancellation);
        var (details, faults) = Input.Read();
        foreach (var fault in faults)
            Tell(fault);
        return details;
    }

    /// <summary>Saves; false where somebody took the name a moment before, which is told beside it.</summary>
    protected async Task<bool> SavedAsync(Place? above, Place? self, CancellationToken cancellation)
    {
        try
        {
            await desk.Db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            desk.Db.ChangeTracker.Clear();
            await TellNameAsync(above, self, cancellation);
            if (ModelState.IsValid)
                throw;
            return false;
        }
    }

    private async Task TellNameAsync(Place? above, Place? self, CancellationToken cancellation)
    {
        if (await desk.WhyNotNameAsync(Input.Name, above, self, cancellation) is { } taken)
            Tell(taken.At("Input.Name"));
    }
}
