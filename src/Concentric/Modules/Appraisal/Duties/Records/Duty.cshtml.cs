using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Records;

/// <summary>One record in the office: what it says, what can be done and why not, its evidence, its facts and everything that was done.</summary>
[RequirePermission(DutyPermissions.Read)]
public sealed class DutyPage(DutyDesk desk) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? SeenVersion { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public DutyRecord Record { get; private set; } = null!;
    public DutyWords Words => desk.Words;
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public IReadOnlyList<ShownFact> Facts { get; private set; } = [];

    /// <summary>The record and what corrected it, first to last; only itself where nothing was corrected.</summary>
    public IReadOnlyList<DutyLink> Chain { get; private set; } = [];

    /// <summary>Other records of the same thing.</summary>
    public IReadOnlyList<DutyLink> SameThing { get; private set; } = [];

    public bool MayRegister => desk.May(DutyPermissions.Register, Record);
    public bool MayConfirm => desk.May(DutyPermissions.Confirm, Record);
    public Refusal? WhyNotConfirm => desk.Confirming.WhyNot(Record);
    public bool IsUnderCorrection =>
        Chain.Any(link => link.CorrectsId == Id && link.State is DutyState.Registered or DutyState.Returned);
    public bool MayAddEvidence => MayRegister && Record.WhyNotAddEvidence() is null;
    public bool MayRemoveEvidence => MayRegister && Record.WhyNotRemoveEvidence() is null;

    private string Address => "/office/appraisal/duties/" + Id;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await ReadAsync())
            await next();
        else
            context.Result = NotFound();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (!MayConfirm)
            return NotFound();
        if (await desk.Confirming.ConfirmAsync(Id, SeenVersion, cancellation) is { } refusal)
            return await RefusedAsync(refusal, cancellation);
        Flash("Duty.Done.Confirm");
        return GoTo(Address);
    }

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) =>
        DoAsync(MayConfirm, Record.WhyNotReturn(), Record.Return, "Duty.Done.Return", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) =>
        DoAsync(MayRegister, Record.WhyNotWithdraw(), Record.Withdraw, "Duty.Done.Withdraw", cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) =>
        DoAsync(MayRegister, Record.WhyNotDecline(), Record.Decline, "Duty.Done.Decline", cancellation);

    public async Task<IActionResult> OnPostAddEvidenceAsync(CancellationToken cancellation)
    {
        if (!MayRegister)
            return NotFound();
        if (Record.WhyNotAddEvidence() is { } closed)
            return await RefusedAsync(closed, cancellation);
        var (file, refusal) = Upload is null
            ? (null, new Refusal("FileMissing"))
            : await desk.Files.StoreAsync(Upload, FilePurpose.Evidence, DutyRecord.SourceType, Record.OriginId, cancellation);
        if (refusal is not null)
            return await RefusedAsync(refusal.At(nameof(Upload)), cancellation);
        await desk.Db.SaveChangesAsync(cancellation);
        Flash("Duty.Done.AddEvidence", file!.Name);
        return GoTo(Address);
    }

    public async Task<IActionResult> OnPostRemoveEvidenceAsync(Guid file, CancellationToken cancellation)
    {
        if (!MayRegister)
            return NotFound();
        if (Record.WhyNotRemoveEvidence() is { } refusal)
            return await RefusedAsync(refusal, cancellation);
        var row = await DutyFileOwner
            .Of(desk.Db, Record.OriginId)
            .AsTracking()
            .SingleOrDefaultAsync(stored => stored.Id == file, cancellation);
        if (row is null)
            return NotFound();
        desk.Db.StoredFiles.Remove(row);
        await desk.Db.SaveChangesAsync(cancellation);
        Flash("Duty.Done.RemoveEvidence", row.Name);
        return GoTo(Address);
    }

    /// <summary>Does an act that needs a reason, for those who may.</summary>
    private async Task<IActionResult> DoAsync(
        bool may,
        Refusal? whyNot,
        Action<string, Doer> act,
        string done,
        CancellationToken cancellation
    )
    {
        if (!may)
            return NotFound();
        if ((whyNot ?? DutyRecord.WhyNotReason(Reason)) is { } refusal)
            return await RefusedAsync(refusal, cancellation);
        if (SeenVersion is { } seen)
            desk.Db.ExpectVersion(Record, seen);
        act(Reason!, desk.Doer);
        try
        {
            await desk.Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefusedAsync(new Refusal("DutyChangedMeanwhile"), cancellation);
        }

        Flash(done);
        return GoTo(Address);
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancellation)
    {
        desk.Db.ChangeTracker.Clear();
        await ReadAsync();
        Tell(refusal);
        await ShowAsync(cancellation);
        return Page();
    }

    private async Task<bool> ReadAsync()
    {
        Record = (
            await desk
                .Db.Set<DutyRecord>()
                .Within(desk.Field, DutyPermissions.Read)
                .Include(row => row.Members)
                .Include(row => row.Steps)
                .AsSplitQuery()
                .SingleOrDefaultAsync(row => row.Id == Id)
        )!;
        return Record is not null;
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Files = await DutyFileOwner.Of(desk.Db, Record.OriginId).ToListAsync(cancellation);
        Facts = await ShownFact.OfAsync(desk.Db, Record.OriginId, cancellation);
        var links = await desk
            .Db.Set<DutyRecord>()
            .AsNoTracking()
            .Where(row => row.ThingId == Record.ThingId)
            .OrderBy(row => row.OccurredOn)
            .ThenBy(row => row.Revision)
            .Select(row => new DutyLink
            {
                Id = row.Id,
                OriginId = row.OriginId,
                CorrectsId = row.CorrectsId,
                Kind = row.Kind,
                Title = row.Title,
                OccurredOn = row.OccurredOn,
                Revision = row.Revision,
                State = row.State,
                Reason = row.CorrectionReason,
                Step = row.Members.OrderBy(entry => entry.Order).Select(entry => entry.Step).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        Chain = [.. links.Where(link => link.OriginId == Record.OriginId).OrderBy(link => link.Revision)];
        SameThing = links.FindAll(link => link.OriginId != Record.OriginId && link.State != DutyState.Replaced);
    }
}

/// <summary>Another record that belongs to the one that is shown.</summary>
public sealed record DutyLink
{
    public Guid Id { get; init; }
    public Guid OriginId { get; init; }
    public Guid? CorrectsId { get; init; }
    public string Kind { get; init; } = "";
    public string Title { get; init; } = "";
    public DateOnly OccurredOn { get; init; }
    public int Revision { get; init; }
    public DutyState State { get; init; }
    public string? Reason { get; init; }
    public string? Step { get; init; }
}

/// <summary>A fact that a record told, with the member's name as the record has it.</summary>
public sealed record ShownFact(long Index, string Name, string? Step, long Quantity, int Revision, bool IsRetracted)
{
    internal static async Task<IReadOnlyList<ShownFact>> OfAsync(AppDb db, Guid originId, CancellationToken cancellation)
    {
        var facts = await db
            .Facts.AsNoTracking()
            .Where(fact => fact.SourceType == DutyRecord.SourceType && fact.SourceId == originId && fact.RetractsId == null)
            .OrderBy(fact => fact.Index)
            .Select(fact => new
            {
                Fact = fact,
                IsRetracted = db.Facts.Any(later => later.RetractsId == fact.Id),
                Name = db.Set<DutyEntry>()
                    .Where(entry =>
                        entry.MembershipId == fact.SubjectId
                        && db.Set<DutyRecord>().Any(row => row.Id == entry.RecordId && row.OriginId == originId)
                    )
                    .Select(entry => entry.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. facts.Select(row => new ShownFact(
                row.Fact.Index,
                row.Name ?? "",
                row.Fact.Step,
                row.Fact.Quantity,
                row.Fact.Revision,
                row.IsRetracted
            )),
        ];
    }
}
