using Concentric.Platform;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>Makes and revokes the reader's own feed of one scope. The address is shown once, right after it was made.</summary>
public abstract class FeedPageBase(MeetingDesk desk, FeedScope scope, string address) : AppPage
{
    public CalendarFeed? Feed { get; private set; }

    /// <summary>The whole address, only right after the feed was made.</summary>
    public string? NewAddress { get; private set; }

    public async Task OnGetAsync()
    {
        Feed = await FindAsync();
        if (TempData["FeedToken"] is string token && Feed is not null)
            NewAddress = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/calendar/{token}.ics";
    }

    /// <summary>Makes a new address; the one before it ends.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var now = desk.Time.GetUtcNow();
        if (await FindAsync() is { } earlier)
            earlier.Revoke(now);
        var (feed, token) = CalendarFeed.For(desk.Actor.AccountId, scope, now);
        desk.Db.Add(feed);
        await desk.Db.SaveChangesAsync();
        TempData["FeedToken"] = token;
        return GoTo(address);
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        if (await FindAsync() is { } feed)
        {
            feed.Revoke(desk.Time.GetUtcNow());
            await desk.Db.SaveChangesAsync();
            Flash("Calendar.FeedRevoked");
        }
        else
        {
            Tell(new Refusal("FeedRevokedAlready"));
        }

        return GoTo(address);
    }

    private Task<CalendarFeed?> FindAsync() =>
        desk
            .Db.Set<CalendarFeed>()
            .Where(feed => feed.AccountId == desk.Actor.AccountId && feed.Scope == scope && feed.RevokedAt == null)
            .OrderByDescending(feed => feed.MadeAt)
            .FirstOrDefaultAsync();
}
