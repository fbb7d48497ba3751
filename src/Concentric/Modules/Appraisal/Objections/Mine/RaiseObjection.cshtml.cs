using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Objections.Mine;

/// <summary>A member objects to one line of the own statement, or asks why a fact is missing.</summary>
[RequireSignIn]
public sealed class RaiseObjectionPage(
    ObjectionDesk desk,
    ObjectionViews views,
    StatementFacts facts,
    SheetShelf shelf,
    MembersApi members,
    DisplayFormat format
) : AppPage
{
    /// <summary>The fact of the line; none when one is missing.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Fact { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? HappenedOn { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Evidence { get; set; } = [];

    public int Year { get; private set; }

    /// <summary>The line in words; none when a fact is missing.</summary>
    public string? Line { get; private set; }

    public FactOrigin? Origin { get; private set; }

    /// <summary>Working days until the first answer.</summary>
    public int AnswerDays { get; private set; }

    /// <summary>Why no line of the year can be objected to any more.</summary>
    public Refusal? Closed { get; private set; }

    private ObjectorSeat Seat { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellation) =>
        await LoadAsync(year, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var entered = new NewObjection
        {
            Year = year,
            FactId = Fact,
            What = What,
            HappenedOn = HappenedOn,
            Words = Words,
        };
        var (objection, faults) = await desk.RaiseAsync(entered, Seat, Evidence, cancellation);
        foreach (var fault in faults)
            Tell(fault);
        if (objection is null)
            return Page();
        Flash("Objection.Sent", format.Date(objection.AnswerDueOn));
        return GoTo($"/my/appraisal/objections/{objection.Id}");
    }

    private async Task<bool> LoadAsync(int year, CancellationToken cancellation)
    {
        Year = year;
        if (desk.Actor.PersonId is not { } person || await shelf.OfYearAsync(year, cancellation) is not { } edition)
            return false;
        Closed = await desk.WhyNotRaiseAsync(year, cancellation);
        AnswerDays = shelf.SoundSheetOf(edition).Cycle.FirstAnswerDays;
        var seats = (await members.HeldBetweenAsync(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), person, cancellation))
            .DistinctBy(seat => seat.MembershipId)
            .ToDictionary(seat => seat.MembershipId, seat => new ObjectorSeat(person, seat.MembershipId, seat.Name));
        if (seats.Count == 0)
            return false;
        Seat = seats.Values.Last();
        if (Fact is not { } id)
            return true;
        if (await desk.OwnFactAsync(id, seats.Keys, cancellation) is not { } fact || fact.OccurredOn.Year != year)
            return false;
        Seat = seats[fact.SubjectId!.Value];
        var origins = await facts.OfAsync([id], forOffice: false, cancellation);
        (Line, Origin) = (views.Describe(fact, origins), origins.GetValueOrDefault(id));
        return true;
    }
}
