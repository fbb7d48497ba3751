using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>One matter in the office: what it is, how it stands, what can be done next, and everything that was done.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class OfficeMatterPage(
    AppDb db,
    MatterActs acts,
    MatterOffers offers,
    MatterField field,
    MatterFiles files,
    SimilarMatters similar,
    PersonalDataSeal seal,
    AuditTrail trail,
    IEnumerable<IMatterPageBlock> blocks
) : AppPage
{
    private const int LooksShown = 20;

    /// <summary>Why somebody looks at who sent it.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public Matter Matter { get; private set; } = null!;
    public IReadOnlyList<MatterOffer> Offers { get; private set; } = [];
    public IReadOnlyList<MatterPageBlock> Blocks { get; private set; } = [];
    public IReadOnlyList<SimilarMatter> Similar { get; private set; } = [];
    public ILookup<Guid, StoredFile> Files { get; private set; } = null!;

    /// <summary>Matters put together with this one, the one it was put together with, the earlier one it repeats, and later ones.</summary>
    public IReadOnlyList<RelatedMatter> Related { get; private set; } = [];

    /// <summary>Who sent it, masked unless it was asked for; none for an anonymous matter.</summary>
    public SubmitterDetails? Submitter { get; private set; }
    public bool MaySeeSubmitter { get; private set; }
    public bool IsOpened { get; private set; }
    public IReadOnlyList<SubmitterLook> Looks { get; private set; } = [];

    /// <summary>Where the session is with which the next step is done; none where there is none yet.</summary>
    public string? SessionPath => Blocks.Select(block => block.NextPath).OfType<string>().FirstOrDefault();

    public DateOnly Today => acts.Desk.Today;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    /// <summary>Opens the masked words; who looked, when and why is kept in the same save.</summary>
    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken cancellation)
    {
        if (await acts.Desk.FindAsync(id, MatterPermissions.ReadSubmitters, cancellation) is null)
            return NotFound();
        if (SubmitterLook.WhyNotReason(Reason) is { } refusal)
        {
            Tell(refusal);
            return await ShowAsync(id, cancellation);
        }

        db.Add(SubmitterLook.Of(id, Reason, acts.Desk.Act().Doer));
        trail.Tell("consultation.submitter-look", id.ToString());
        await db.SaveChangesAsync(cancellation);
        IsOpened = true;
        Response.Headers.CacheControl = "no-store";
        return await ShowAsync(id, cancellation);
    }

    /// <summary>What needs no words is done from here.</summary>
    public async Task<IActionResult> OnPostDoAsync(Guid id, MatterVerb verb, CancellationToken cancellation)
    {
        if (await acts.DoAtOnceAsync(id, verb, cancellation) is not { Matter: not null } answer)
            return NotFound();
        if (answer.Refusal is { } refusal)
        {
            Tell(refusal with { Field = null });
            return await ShowAsync(id, cancellation);
        }

        Flash("Matter.WasDone", HttpContext.RequestServices.GetRequiredService<Words>()["MatterVerb." + verb]);
        return GoTo($"/office/consultation/matters/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await acts.Desk.FindAsync(id, MatterPermissions.Read, cancellation) is not { } matter)
            return NotFound();
        Matter = matter;
        Offers = await offers.ForAsync(matter, cancellation);
        Files = await files.OfAsync(
            [id, .. matter.Notes.Select(note => note.Id), .. matter.Assignments.Select(row => row.Id)],
            cancellation
        );
        if (MatterPhases.Of(matter.State) is MatterPhase.Screening or MatterPhase.Approval)
            Similar = await similar.ToAsync(matter, cancellation);
        Related = await RelatedAsync(cancellation);
        await ShowSubmitterAsync(cancellation);
        var shown = new List<MatterPageBlock>();
        foreach (var block in blocks.OrderBy(block => block.Order))
            if (await block.ForAsync(id, cancellation) is { } part)
                shown.Add(part);
        Blocks = shown;
        return Page();
    }

    private async Task ShowSubmitterAsync(CancellationToken cancellation)
    {
        MaySeeSubmitter = await field.CoversAsync(MatterPermissions.ReadSubmitters, Matter, cancellation);
        if (!MaySeeSubmitter)
            return;
        var kept = await db.Set<MatterSubmitter>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.MatterId == Matter.Id, cancellation);
        if (kept?.Open(seal) is { IsAnonymous: false } open)
            Submitter = IsOpened ? open : Masked(open);
        Looks = await db.Set<SubmitterLook>()
            .AsNoTracking()
            .Where(look => look.MatterId == Matter.Id)
            .OrderByDescending(look => look.At)
            .Take(LooksShown)
            .ToListAsync(cancellation);
    }

    private static SubmitterDetails Masked(SubmitterDetails open) =>
        new(
            string.IsNullOrEmpty(open.Name) ? null : open.Name[..1] + "**",
            string.IsNullOrEmpty(open.Phone) ? null : Contacts.MaskPhone(open.Phone),
            string.IsNullOrEmpty(open.Email) ? null : Contacts.MaskEmail(open.Email)
        );

    private async Task<IReadOnlyList<RelatedMatter>> RelatedAsync(CancellationToken cancellation)
    {
        var id = Matter.Id;
        var (into, repeats) = (Matter.MergedIntoId, Matter.RepeatsId);
        var open = await field.MattersAsync(MatterPermissions.Read, cancellation);
        return await open.AsNoTracking()
            .Where(row => row.MergedIntoId == id || row.RepeatsId == id || row.Id == into || row.Id == repeats)
            .OrderBy(row => row.CollectedAt)
            .Take(50)
            .Select(row => new RelatedMatter
            {
                Id = row.Id,
                Title = row.Title,
                State = row.State,
                Relation =
                    row.MergedIntoId == id ? MatterRelation.MergedHere
                    : row.RepeatsId == id ? MatterRelation.RepeatsThis
                    : row.Id == into ? MatterRelation.MergedInto
                    : MatterRelation.Repeated,
            })
            .ToListAsync(cancellation);
    }
}

/// <summary>How another matter stands to this one.</summary>
public enum MatterRelation
{
    MergedHere,
    MergedInto,
    Repeated,
    RepeatsThis,
}

/// <summary>A matter that belongs to another.</summary>
public sealed class RelatedMatter
{
    public Guid Id { get; init; }
    public string Title { get; init; } = "";
    public MatterState State { get; init; }
    public MatterRelation Relation { get; init; }
}
