using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.Records;

/// <summary>Changes a meeting before its attendance is confirmed. A stale form shows both versions and saves neither.</summary>
[RequirePermission(MeetingsPermissions.Prepare)]
public sealed class EditMeetingPage(
    MeetingDesk desk,
    CurrentCommittee committee,
    DisplayFormat format,
    IStringLocalizer<MeetingsTexts> text
) : MeetingPage(desk), IMeetingFormPage
{
    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public MeetingKinds Kinds => Desk.Kinds;

    /// <summary>What somebody else has saved meanwhile, field by field, where it differs from what was typed.</summary>
    public IReadOnlyList<Difference> Theirs { get; private set; } = [];

    /// <summary>The version that the next save is based on.</summary>
    public int ShownVersion => Theirs.Count > 0 ? Meeting.Version : SeenVersion ?? Meeting.Version;

    public override Task<IActionResult> OnGetAsync()
    {
        Input = MeetingForm.Of(Meeting, format, committee.TimeZone);
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            foreach (var fault in Input.Faults(Kinds, committee.TimeZone))
                Tell(fault);
        }

        if (!ModelState.IsValid)
            return Page();
        var details = Input.ToDetails(Kinds, committee.TimeZone);
        if ((Meeting.WhyNotChange() ?? Meeting.WhyNotChangeKind(details)) is { } refusal)
        {
            Tell(refusal.Field is null ? refusal : refusal.At("Input." + refusal.Field));
            return Page();
        }

        Meeting.Change(details, committee.TimeZone, Doer);
        if (await SaveAsync() is { } late)
        {
            Tell(late);
            ModelState.Remove(nameof(SeenVersion));
            Theirs = Compare(MeetingForm.Of(Meeting, format, committee.TimeZone));
            return Page();
        }

        Flash("Meeting.Changed");
        return GoTo(Address);
    }

    private List<Difference> Compare(MeetingForm theirs) =>
        [
            .. Shown(theirs)
                .Zip(Shown(Input))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => new Difference(text[pair.First.Key], pair.First.Value, pair.Second.Value)),
        ];

    private IEnumerable<KeyValuePair<string, string>> Shown(MeetingForm form)
    {
        yield return new("Kind", Kinds.Find(form.Kind)?.Name ?? "");
        yield return new("Organiser", Kinds.FindOrganiser(form.Organiser)?.Name ?? "");
        yield return new("Title", form.Title ?? "");
        yield return new("Day", DisplayFormat.ShortDate(form.Day));
        yield return new("LastDay", form.LastDay is { } last ? DisplayFormat.ShortDate(last) : "");
        yield return new("From", DisplayFormat.Time(form.From));
        yield return new("To", DisplayFormat.Time(form.To));
        yield return new("Place", form.Place ?? "");
        yield return new("LocalUnit", form.LocalUnit ?? "");
        yield return new("PresidedBy", form.PresidedBy ?? "");
        yield return new("SignUpUntil", form.SignUpUntil is { } until ? DisplayFormat.ShortDate(until) : "");
        yield return new("Notice", form.Notice ?? "");
        yield return new("AudienceNumber", form.AudienceNumber?.ToString() ?? "");
        yield return new("AudienceKind", form.AudienceKind ?? "");
        yield return new("IsPublic", format.YesNo(form.IsPublic));
    }

    public sealed record Difference(string Label, string Theirs, string Yours);
}
