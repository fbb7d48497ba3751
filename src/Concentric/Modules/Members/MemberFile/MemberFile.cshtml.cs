using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members.MemberFile;

/// <summary>One member's file: person, seats, what happened, who looked at what is masked.</summary>
[RequirePermission(MembersPermissions.Read)]
public sealed class MemberFilePage(
    AppDb db,
    MaskedFields masked,
    MemberHeaders headers,
    MembersApi members,
    CurrentActor actor,
    CurrentCommittee committee,
    TimeProvider time,
    IStringLocalizer<MembersTexts> texts
) : AppPage
{
    private const int LooksShown = 20;

    public Person Person { get; private set; } = null!;

    public MemberHeader Header { get; private set; } = null!;

    public ShownFields Shown { get; private set; } = null!;

    public IReadOnlyList<CorrectionRequest> Corrections { get; private set; } = [];

    public IReadOnlyList<FileMoment> Timeline { get; private set; } = [];

    public bool MayEdit => actor.Can(MembersPermissions.Edit);

    public bool HasContacts =>
        Person.PhoneSealed is not null || Person.EmailSealed is not null || Person.AddressSealed is not null;

    public bool HasSensitive => Person.Party is not null || Person.Ethnicity is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Shown = masked.Masked(Person);
        return Page();
    }

    /// <summary>Shows what is masked and writes down who looked.</summary>
    public async Task<IActionResult> OnPostLookAsync(Guid id, string? fields, CancellationToken cancellation)
    {
        var kind = fields == "sensitive" ? MaskedKind.Sensitive : MaskedKind.Contacts;
        if (!masked.MayLook(kind) || !await LoadAsync(id, cancellation))
            return NotFound();
        Shown = await masked.LookAsync(Person, [kind], cancellation);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var person = await db.Set<Person>()
            .AsNoTracking()
            .Include(row => row.Memberships)
                .ThenInclude(seat => seat.EarlierDuties)
            .SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (person is null)
            return false;
        Person = person;
        Header = headers.Of(person, committee.Today(time), "");
        Corrections = await db.Set<CorrectionRequest>()
            .AsNoTracking()
            .Where(row => row.PersonId == id && row.AnsweredAt == null)
            .OrderBy(row => row.AskedAt)
            .Take(5)
            .ToListAsync(cancellation);
        var looks = await db.Set<FieldLook>()
            .AsNoTracking()
            .Where(look => look.PersonId == id)
            .OrderByDescending(look => look.At)
            .Take(LooksShown)
            .ToListAsync(cancellation);
        Timeline =
        [
            .. looks.Select(Moment).Concat(person.Memberships.SelectMany(Moments)).OrderByDescending(moment => moment.Order),
        ];
        return true;
    }

    public bool IsHeld(Membership seat) => seat.IsActiveOn(committee.Today(time));

    public string PeriodOf(Membership seat) =>
        seat.EndsOn is { } last
            ? texts["Period.Closed", DisplayFormat.ShortDate(seat.StartsOn), DisplayFormat.ShortDate(last)]
            : texts["Period.Open", DisplayFormat.ShortDate(seat.StartsOn)];

    private FileMoment Moment(FieldLook look) =>
        new(texts["Moment.Look", masked.Titles(look.Fields)], look.At, committee.DayOf(look.At), By: look.ViewerName);

    private string TitleOf(Membership seat, MemberDuty duty) =>
        $"{members.LevelTitle(seat.Level)} · {texts["Term.Nth", seat.Term]} · {members.DutyTitle(duty)}";

    private IEnumerable<FileMoment> Moments(Membership seat)
    {
        var spans = seat.DutySpans().ToList();
        yield return new FileMoment(texts["Moment.Started", TitleOf(seat, spans[0].Duty)], null, seat.StartsOn);
        foreach (var (span, earlier) in spans.Skip(1).Zip(seat.EarlierDuties.OrderBy(one => one.LastDay)))
            yield return new FileMoment(
                texts["Moment.DutyChanged", members.DutyTitle(span.Duty)],
                null,
                span.From,
                earlier.ChangedByName,
                earlier.Basis
            );
        if (seat.EndsOn is { } last)
            yield return new FileMoment(texts["Moment.Ended", TitleOf(seat, seat.Duty)], null, last, Text: seat.EndReason);
    }
}

/// <summary>One thing that happened to a file: at a moment, or on a day where only the day is known.</summary>
public sealed record FileMoment(string Title, DateTimeOffset? At, DateOnly Day, string? By = null, string? Text = null)
{
    public DateOnly? On => At is null ? Day : null;

    internal (DateOnly, DateTimeOffset) Order => (Day, At ?? DateTimeOffset.MinValue);
}
