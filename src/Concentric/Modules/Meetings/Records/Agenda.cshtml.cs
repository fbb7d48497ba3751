using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.Records;

/// <summary>The agenda of a meeting, and who speaks there.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class AgendaPage(MeetingDesk desk, IStringLocalizer<MeetingsTexts> text) : MeetingPage(desk)
{
    [BindProperty]
    public ItemForm Item { get; set; } = new();

    [BindProperty]
    public SpeakerForm Speaker { get; set; } = new();

    public IReadOnlyList<AgendaItem> Items => [.. Meeting.Agenda.OrderBy(item => item.Place)];
    public IReadOnlyList<MeetingSpeaker> Speakers => [.. Meeting.Speakers.OrderBy(speaker => speaker.Place)];
    public bool MayChange => Desk.Actor.Can(MeetingsPermissions.Prepare) && Meeting.WhyNotChangeAgenda() is null;
    public bool MayChangeSpeakers => Desk.Actor.Can(MeetingsPermissions.Prepare) && Meeting.WhyNotChange() is null;

    public IReadOnlyList<SelectListItem> ItemKinds =>
        [.. Enum.GetValues<AgendaItemKind>().Select(kind => new SelectListItem(text[$"Agenda.Kind.{kind}"], kind.ToString()))];

    public IReadOnlyList<SelectListItem> Roles =>
        [
            .. Enum.GetValues<SpeakerRole>()
                .Where(role => role != SpeakerRole.SeminarSpeaker || Kind.Seminar)
                .Select(role => new SelectListItem(text[$"Role.{role}"], role.ToString())),
        ];

    protected override IQueryable<Meeting> With(IQueryable<Meeting> meetings) =>
        meetings.Include(row => row.Agenda).Include(row => row.Speakers);

    public Task<IActionResult> OnPostAddAsync()
    {
        if (Broken("Item."))
            return RefusedByFormAsync();
        var entry = Item.ToEntry();
        return DoAsync(
            MeetingsPermissions.Prepare,
            At("Item.", Meeting.WhyNotAddAgendaItem(entry, Kind)),
            () => Meeting.AddAgendaItem(entry, Kind),
            "Meeting.Changed",
            Address + "/agenda"
        );
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid itemId) =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotChangeAgenda(),
            () => Meeting.RemoveAgendaItem(itemId),
            "Meeting.Changed",
            Address + "/agenda"
        );

    public Task<IActionResult> OnPostRaiseAsync(Guid itemId) =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotRaiseAgendaItem(itemId),
            () => Meeting.RaiseAgendaItem(itemId),
            "Meeting.Changed",
            Address + "/agenda"
        );

    public Task<IActionResult> OnPostAddSpeakerAsync() =>
        Broken("Speaker.")
            ? RefusedByFormAsync()
            : DoAsync(
                MeetingsPermissions.Prepare,
                At("Speaker.", Meeting.WhyNotSpeaker(Speaker.Name, Speaker.Role, Kind)),
                () => Meeting.AddSpeaker(Speaker.Name!, Speaker.Role, Kind, Speaker.Topic, membershipId: null),
                "Meeting.Changed",
                Address + "/agenda"
            );

    public Task<IActionResult> OnPostRemoveSpeakerAsync(Guid speakerId) =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotChange(),
            () => Meeting.RemoveSpeaker(speakerId),
            "Meeting.Changed",
            Address + "/agenda"
        );

    /// <summary>Two forms share the page: only the faults of the one that was sent count.</summary>
    private bool Broken(string form)
    {
        foreach (var key in ModelState.Keys.Where(key => !key.StartsWith(form, StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        return !ModelState.IsValid;
    }

    private Task<IActionResult> RefusedByFormAsync() => Task.FromResult<IActionResult>(Page());

    private static Refusal? At(string form, Refusal? refusal) => refusal?.Field is { } field ? refusal.At(form + field) : refusal;

    public sealed class ItemForm
    {
        public AgendaItemKind Kind { get; set; }
        public string? Title { get; set; }
        public string? Reporter { get; set; }
        public string? DocumentTitle { get; set; }
        public string? DocumentSource { get; set; }
        public DateOnly? IssuedOn { get; set; }

        public AgendaEntry ToEntry() =>
            new()
            {
                Kind = Kind,
                Title = Title ?? "",
                Reporter = Reporter,
                DocumentTitle = DocumentTitle,
                DocumentSource = DocumentSource,
                IssuedOn = IssuedOn,
            };
    }

    public sealed class SpeakerForm
    {
        public string? Name { get; set; }
        public SpeakerRole Role { get; set; }
        public string? Topic { get; set; }
    }
}
