using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>One council in the office: who sits for the term, who leaves, the next term, the end.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class OfficeCouncilPage(PlaceDesk desk, CouncilWords words) : AppPage, IEndingPage
{
    [BindProperty]
    public SeatFields Seat { get; set; } = new();

    [BindProperty]
    public CouncilFields Term { get; set; } = new();

    [BindProperty]
    public EndingFields End { get; set; } = new();

    public Place Place { get; private set; } = null!;
    public ConsultationCouncil Council { get; private set; } = null!;
    public IReadOnlyList<CouncilSeat> Seats { get; private set; } = [];
    public IReadOnlyList<PlaceStep> Steps { get; private set; } = [];
    public CouncilComposition Composition => words.Composition;
    public string Rule => words.Rule(Council);
    public DateOnly Today => desk.Today;
    public IReadOnlyList<SelectListItem> Kinds =>
        [.. words.Composition.Seated.Select(kind => new SelectListItem(kind.Name, kind.Id))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        (Seat.From, End.Day) = (desk.Today, desk.Today);
        return Page();
    }

    public Task<IActionResult> OnPostSeatAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            async () =>
            {
                var (member, refusal) = Seat.IsMember ? await desk.MemberAsync(Seat.Name, cancellation) : (null, null);
                var details = Seat.Details(member);
                var faults = details.Faults(Council, words.Composition).Select(fault => fault.At("Seat." + fault.Field)).ToList();
                if (refusal is not null)
                    faults.Add(refusal.At("Seat.Name"));
                if (faults.Count > 0)
                    return faults;
                var (seat, step) = CouncilSeat.Take(Council, details, words.Composition, desk.Doer);
                desk.Db.AddRange(seat, step);
                Flash("Council.Seat.Taken", seat.Name);
                return [];
            },
            cancellation
        );

    public Task<IActionResult> OnPostLeaveAsync(Guid id, Guid seatId, CancellationToken cancellation) =>
        DoAsync(
            id,
            async () =>
            {
                var seat = await desk
                    .Db.Set<CouncilSeat>()
                    .SingleOrDefaultAsync(row => row.Id == seatId && row.CouncilId == id, cancellation);
                if ((seat?.WhyNotLeave() ?? End.Ending.Fault(seat?.From, desk.Today)) is { } refusal)
                    return [refusal with { Field = null }];
                desk.Db.Add(seat!.Leave(End.Ending, desk.Today, desk.Doer));
                Flash("Council.Seat.HasLeft", seat.Name);
                return [];
            },
            cancellation
        );

    public Task<IActionResult> OnPostTermAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            async () =>
            {
                if (Council.WhyNotBeginTerm(Term.TermFrom) is { } refusal)
                    return [refusal.Field is null ? refusal : refusal.At("Term." + refusal.Field)];
                if (Term.TermUntil < Term.TermFrom)
                    return [new Refusal("EndBeforeBegin").At("Term.TermUntil")];
                var seats = await desk
                    .Db.Set<CouncilSeat>()
                    .Where(row => row.CouncilId == id && row.Until == null)
                    .ToListAsync(cancellation);
                desk.Db.AddRange(Council.BeginTerm(Term.TermFrom!.Value, Term.TermUntil, seats, desk.Doer));
                Flash("Council.NextTerm.Begun", Council.Term);
                return [];
            },
            cancellation
        );

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            () =>
            {
                if (End.Ending.Fault(Council.TermFrom, desk.Today) is { } fault)
                    return Task.FromResult<IReadOnlyList<Refusal>>([fault.At("End." + fault.Field)]);
                desk.Db.Add(Council.Close(End.Ending, desk.Today, desk.Doer));
                Flash("Council.WasClosed", Council.Name);
                return Task.FromResult<IReadOnlyList<Refusal>>([]);
            },
            cancellation
        );

    /// <summary>Does one act on an open council and saves, or tells why not.</summary>
    private async Task<IActionResult> DoAsync(Guid id, Func<Task<IReadOnlyList<Refusal>>> act, CancellationToken cancellation)
    {
        if (!desk.Actor.Can(PlacePermissions.Manage) || !await LoadAsync(id, cancellation))
            return NotFound();
        IReadOnlyList<Refusal> faults = Council.WhyNotChange() is { } closed ? [closed] : await act();
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
                Tell(fault);
            return Page();
        }

        await desk.Db.SaveChangesAsync(cancellation);
        return GoTo($"/office/consultation/places/{Place.Slug}/councils/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.Db.Set<ConsultationCouncil>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } council)
            return false;
        Council = council;
        Place = await desk.PlaceOfAsync(council.PlaceId, cancellation);
        Seats = await desk
            .Db.Set<CouncilSeat>()
            .AsNoTracking()
            .Where(row => row.CouncilId == id && row.Term == council.Term && row.Until == null)
            .OrderBy(row => row.From)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellation);
        Steps = await desk.StepsAsync([id], cancellation);
        return Place.Slug == RouteData.Values["slug"] as string;
    }
}

/// <summary>A seat as the form has it.</summary>
public sealed class SeatFields
{
    public string? SeatKind { get; set; }
    public string? Name { get; set; }
    public string? Post { get; set; }
    public DateOnly? From { get; set; }

    /// <summary>Whether the name is a member's, who then is looked up.</summary>
    public bool IsMember { get; set; }

    public SeatDetails Details(DeployedMember? member) =>
        new()
        {
            SeatKind = SeatKind,
            Name = member?.Name ?? Name,
            Post = Post,
            MembershipId = member?.MembershipId,
            From = From,
        };
}
