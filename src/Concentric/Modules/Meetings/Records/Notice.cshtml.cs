using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Records;

/// <summary>The notice as people will read it, who will get it, and publishing it.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class NoticePage(MeetingDesk desk, MeetingPublishing publishing, MeetingNotices notices) : MeetingPage(desk)
{
    private const int MostNames = 100;

    public NoticeText Preview { get; private set; } = null!;
    public int Expected { get; private set; }
    public int Recipients { get; private set; }
    public IReadOnlyList<string> WithoutAccount { get; private set; } = [];

    /// <summary>A meeting that is entered after it took place sends no invitations.</summary>
    public bool IsPast => Meeting.StartsAt <= Now;

    protected override IQueryable<Meeting> With(IQueryable<Meeting> meetings) => meetings.Include(row => row.Agenda);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Desk.Actor.Can(MeetingsPermissions.Prepare))
            return NotFound();
        if (await publishing.PublishAsync(Id, SeenVersion) is { } refusal)
        {
            await ReadAsync();
            return await RefusedAsync(refusal);
        }

        Flash(IsPast ? "Meeting.Done.PublishPast" : "Meeting.Done.Publish");
        return GoTo(Address);
    }

    protected override async Task ShowAsync()
    {
        Preview = notices.Write(Meeting, Kind);
        var told = (await notices.RecipientsAsync(Id)).Select(recipient => recipient.RowId).ToHashSet();
        var rows = await Db.Set<Attendance>()
            .Where(row => row.MeetingId == Id)
            .OrderBy(row => row.Order)
            .Select(row => new { row.Id, row.Name })
            .ToListAsync();
        Expected = rows.Count;
        Recipients = told.Count;
        WithoutAccount = [.. rows.Where(row => !told.Contains(row.Id)).Take(MostNames).Select(row => row.Name)];
    }
}
