using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Records;

/// <summary>The measures that a meeting decided on: assigned with owner and due date, closed by telling what came of them.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class MeasuresPage(MeetingDesk desk, CurrentCommittee committee) : MeetingPage(desk)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    public DateOnly Today => committee.Today(Desk.Time);
    public bool MayChange => Desk.Actor.Can(MeetingsPermissions.Prepare);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayChange)
            return NotFound();
        // A field that could not even be read has been told of already.
        foreach (var fault in Measure.Faults(Meeting, Text, Owner, DueOn).Where(fault => !IsTold(fault)))
            Tell(fault);
        if (!ModelState.IsValid)
            return await ShownAsync();
        Db.Add(Measure.Assign(Meeting, Text, Owner, DueOn, Doer));
        await Db.SaveChangesAsync();
        Flash("Measures.Assigned");
        return GoTo(Address + "/measures");
    }

    private bool IsTold(Refusal refusal) => ModelState[refusal.Field ?? ""] is { Errors.Count: > 0 };

    public async Task<IActionResult> OnPostFinishAsync(Guid measure)
    {
        if (!MayChange)
            return NotFound();
        if (await Db.Set<Measure>().SingleOrDefaultAsync(row => row.Id == measure && row.MeetingId == Id) is not { } found)
            return NotFound();
        ModelState.Clear();
        if (found.WhyNotFinish(Result) is { } refusal)
            return await RefusedAsync(refusal);
        found.Finish(Result, Doer);
        if (await SaveAsync() is { } late)
            return await RefusedAsync(late);
        Flash("Measures.Done");
        return GoTo(Address + "/measures");
    }

    protected override async Task ShowAsync() =>
        Measures = await Db.Set<Measure>()
            .AsNoTracking()
            .Where(row => row.MeetingId == Id)
            .OrderBy(row => row.DueOn)
            .ToListAsync();

    private async Task<IActionResult> ShownAsync()
    {
        await ShowAsync();
        return Page();
    }
}
