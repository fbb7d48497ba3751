using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Records;

/// <summary>
/// A page with the form of a duty. The buttons inside the form (which fields, find, add, remove) come back to it with everything that
/// was typed; an island sends them without leaving the page.
/// </summary>
[RequestFormLimits(ValueCountLimit = 30_000)]
public abstract class DutyFormPage(DutyDesk desk) : AppPage
{
    private const string Save = "save";
    private const int MostFound = 12;

    [BindProperty]
    public DutyForm Input { get; set; } = new();

    /// <summary>Which button was pressed; none or <c>save</c> keeps the record.</summary>
    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Find { get; set; }

    /// <summary>A whole group to add.</summary>
    [BindProperty]
    public string? Group { get; set; }

    public IReadOnlyList<MemberSummary> Found { get; private set; } = [];

    /// <summary>Those in the form, by their seat.</summary>
    public IReadOnlyDictionary<Guid, MemberSummary> Seats { get; private set; } = new Dictionary<Guid, MemberSummary>();

    public DutyWords Words => desk.Words;

    internal DutyKind? Kind => DutyKinds.Find(Input.Kind);

    internal DutyTwin? Twin { get; private set; }

    /// <summary>The origin of the record in the form, which is no twin of itself.</summary>
    protected virtual Guid? Origin => null;

    /// <summary>What the button that keeps it says.</summary>
    public abstract string SaveKey { get; }

    /// <summary>Where giving up leads.</summary>
    public abstract string BackPath { get; }

    protected DutyDesk Desk => desk;

    public IReadOnlyList<SelectListItem> Groups =>
        [
            new SelectListItem(desk.Text["Duty.Group.All"], "all"),
            .. Enum.GetValues<MemberDuty>()
                .Where(duty => duty != MemberDuty.Ordinary)
                .Select(duty => new SelectListItem(desk.Members.DutyTitle(duty), "duty:" + duty)),
            .. desk.Members.Sectors().Select(sector => new SelectListItem(sector.Title, "sector:" + sector.Id)),
        ];

    public string Describe(MemberSummary member) =>
        string.Join(
            " · ",
            new[] { desk.Members.LevelTitle(member.Level), desk.Members.SectorTitle(member.Sector), member.Unit }.OfType<string>()
        );

    /// <summary>Keeps what was typed and is in order.</summary>
    /// <returns>Where to go; nothing when it was told why not.</returns>
    protected abstract Task<IActionResult?> KeepAsync(DutyDetails details, CancellationToken cancellation);

    /// <summary>More that is asked of this form.</summary>
    protected virtual Refusal? MoreFault() => null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Input.Members.RemoveAll(row => row.MembershipId == Guid.Empty);
        var kept = string.IsNullOrEmpty(Act) || Act == Save ? await SaveAsync(cancellation) : await RenewAsync(cancellation);
        return kept ?? await ShowAsync(cancellation);
    }

    protected async Task<PageResult> ShowAsync(CancellationToken cancellation)
    {
        var ids = Input.Members.ConvertAll(row => row.MembershipId);
        Seats = (await desk.Members.FindAsync(ids, cancellation)).ToDictionary(seat => seat.MembershipId);
        Input.Members.RemoveAll(row => !Seats.ContainsKey(row.MembershipId));
        if (!string.IsNullOrWhiteSpace(Find))
            Found = (await desk.Members.SearchAsync(Query(), cancellation)).Items;
        return Page();
    }

    private MemberQuery Query() =>
        new()
        {
            Text = Find!.Trim(),
            ActiveOn = Day,
            PageSize = MostFound,
        };

    private DateOnly Day => Input.OccurredOn == default ? desk.Book.Today : Input.OccurredOn;

    private async Task<IActionResult?> SaveAsync(CancellationToken cancellation)
    {
        var (details, faults) = await desk.Book.LookAsync(Input.ToDetails(), cancellation);
        if (MoreFault() is { } more)
            Tell(more);
        // Without a day nobody can say who held a seat on it.
        TellBeside("Input", Input.OccurredOn == default ? faults.Where(fault => fault.Code != "DutySeatNotHeld") : faults);
        if (!ModelState.IsValid)
            return null;
        if (!Input.IsNoTwin && await desk.Book.TwinOfAsync(details, Origin, cancellation) is { } twin)
        {
            Twin = twin;
            Tell(new Refusal("DutyTwin", twin.Title).At("Input.IsNoTwin"));
            return null;
        }

        return await KeepAsync(details, cancellation);
    }

    /// <summary>Adds the files to the save, or tells what is wrong with one and lets nothing be saved.</summary>
    protected async Task<bool> StoreFilesAsync(Guid originId, CancellationToken cancellation)
    {
        foreach (var upload in Input.Files)
        {
            var (_, refusal) = await desk.Files.StoreAsync(
                upload,
                FilePurpose.Evidence,
                DutyRecord.SourceType,
                originId,
                cancellation
            );
            if (refusal is null)
                continue;
            desk.Db.ChangeTracker.Clear();
            Tell(refusal.At("Input.Files"));
            return false;
        }

        return true;
    }

    /// <summary>Does what the pressed button says; nothing is kept.</summary>
    private async Task<IActionResult?> RenewAsync(CancellationToken cancellation)
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }

        var (act, of) = Act!.Split(':', 2) is [var first, var rest] ? (first, rest) : (Act!, "");
        if (act == "group")
            await AddGroupAsync(cancellation);
        else if (Guid.TryParse(of, out var seat))
        {
            if (act == "remove")
                Input.Members.RemoveAll(row => row.MembershipId == seat);
            else if (act == "add" && Input.Members.TrueForAll(row => row.MembershipId != seat))
                Input.Members.Add(new() { MembershipId = seat });
            // The same search again would only show who is in the list by now.
            if (act == "add")
                Find = null;
            ModelState.Remove(nameof(Find));
        }

        return null;
    }

    private async Task AddGroupAsync(CancellationToken cancellation)
    {
        var known = Input.Members.Select(row => row.MembershipId).ToHashSet();
        var people = (await desk.Members.FindAsync(known, cancellation)).Select(seat => seat.PersonId).ToHashSet();
        var parts = (Group ?? "").Split(':');
        var held = await desk.Members.ActiveOnAsync(Day, cancellation);
        var chosen = parts switch
        {
            ["all"] => held,
            ["duty", var duty] => held.Where(seat => seat.Duty.ToString() == duty),
            ["sector", var sector] => held.Where(seat => seat.Sector == sector),
            _ => [],
        };
        // Who holds two seats stands on the list once.
        Input.Members.AddRange(
            chosen.Where(seat => people.Add(seat.PersonId)).Select(seat => new DutyForm.Row { MembershipId = seat.MembershipId })
        );
    }

    /// <summary>Saves unless somebody was first.</summary>
    protected async Task<Refusal?> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await desk.Db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            desk.Db.ChangeTracker.Clear();
            return new Refusal("DutyChangedMeanwhile");
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            desk.Db.ChangeTracker.Clear();
            return new Refusal("DutyCorrectedMeanwhile");
        }
    }
}
