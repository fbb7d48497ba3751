using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Records;

/// <summary>Registers a duty; or, after an earlier record, the next step of the same thing.</summary>
[RequirePermission(DutyPermissions.Register)]
public sealed class NewDutyPage(DutyDesk desk) : DutyFormPage(desk)
{
    /// <summary>The record of the same thing that this one comes after.</summary>
    [FromQuery]
    public Guid? After { get; set; }

    public DutyRecord? Earlier { get; private set; }

    public override string SaveKey => "Duty.Register";

    public override string BackPath => "/office/appraisal/duties";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ReadEarlierAsync(cancellation);
        if (Earlier is not null)
            Input = DutyForm.Of(Earlier.ToDetails() with { OccurredOn = default, Reference = null, Note = null });
        Input.Step = null;
        Input.Members.ForEach(row => row.Step = null);
        return await ShowAsync(cancellation);
    }

    protected override async Task<IActionResult?> KeepAsync(DutyDetails details, CancellationToken cancellation)
    {
        await ReadEarlierAsync(cancellation);
        var record = DutyRecord.Register(details, Desk.Book.Today, Desk.Doer, Earlier?.ThingId);
        Desk.Db.Add(record);
        if (!await StoreFilesAsync(record.OriginId, cancellation))
            return null;
        await Desk.Db.SaveChangesAsync(cancellation);
        Flash("Duty.Done.Register");
        return GoTo($"/office/appraisal/duties/{record.Id}");
    }

    private async Task ReadEarlierAsync(CancellationToken cancellation) =>
        Earlier = After is { } after
            ? await Desk
                .Db.Set<DutyRecord>()
                .Within(Desk.Field, DutyPermissions.Register)
                .AsNoTracking()
                .Include(row => row.Members)
                .SingleOrDefaultAsync(row => row.Id == after, cancellation)
            : null;
}
