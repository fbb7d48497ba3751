using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Calendars;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>The calendar feeds: public meetings for everybody, others at a secret address.</summary>
internal static class CalendarFeeds
{
    /// <summary>How far back a feed tells.</summary>
    private const int DaysBack = 400;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        var feeds = endpoints.MapGroup("").AllowAnonymous();
        feeds.MapGet("/calendar.ics", PublicAsync);
        feeds.MapGet("/calendar/{token:regex(^[0-9a-f]{{40}}$)}.ics", SecretAsync);
    }

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> PublicAsync(
        HttpContext context,
        AppDb db,
        CurrentCommittee committee,
        IStringLocalizer<MeetingsTexts> text,
        TimeProvider time
    ) =>
        await AnswerAsync(
            context,
            text["Calendar.Of", committee.Value.ShortName],
            db.Set<Meeting>().Where(meeting => meeting.IsPublic),
            committee,
            time
        );

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, NotFound>> SecretAsync(
        string token,
        HttpContext context,
        AppDb db,
        CurrentCommittee committee,
        IStringLocalizer<MeetingsTexts> text,
        TimeProvider time
    )
    {
        var hash = CalendarFeed.HashOf(token);
        var owner = await (
            from feed in db.Set<CalendarFeed>()
            join account in db.Accounts on feed.AccountId equals account.Id
            where feed.TokenHash == hash && feed.RevokedAt == null && account.DisabledAt == null
            select new
            {
                feed.Scope,
                account.Id,
                account.PersonId,
            }
        ).FirstOrDefaultAsync();
        if (owner is null)
            return TypedResults.NotFound();
        var meetings = db.Set<Meeting>().AsQueryable();
        if (owner.Scope == FeedScope.Own)
        {
            var rows = db.Set<Attendance>()
                .Where(row => row.AccountId == owner.Id || (owner.PersonId != null && row.PersonId == owner.PersonId))
                .Select(row => row.MeetingId);
            meetings = meetings.Where(meeting => rows.Contains(meeting.Id));
        }

        var answer = await AnswerAsync(context, text["Calendar.Of", committee.Value.ShortName], meetings, committee, time);
        return answer.Result is ContentHttpResult content ? content : TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> AnswerAsync(
        HttpContext context,
        string name,
        IQueryable<Meeting> meetings,
        CurrentCommittee committee,
        TimeProvider time
    )
    {
        var from = committee.Today(time).AddDays(-DaysBack);
        var rows = await meetings
            .Where(meeting => meeting.Number != null && meeting.HeldOn >= from)
            .OrderBy(meeting => meeting.StartsAt)
            .ThenBy(meeting => meeting.Id)
            .Select(meeting => new EventInCalendar
            {
                Id = meeting.Id,
                Title = meeting.Title,
                Place = meeting.Place,
                Notice = meeting.Notice,
                StartsAt = meeting.StartsAt,
                EndsAt = meeting.EndsAt,
                ChangedAt = meeting.ChangedAt,
                Sequence = meeting.CalendarSequence,
                IsOff = meeting.State == MeetingState.Cancelled || meeting.State == MeetingState.Postponed,
            })
            .ToListAsync();
        var body = EventCalendar.Write(name, committee.Value.Slug, rows);
        var tag = new EntityTagHeaderValue(
            '"' + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..32] + '"'
        );
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(other => other.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(body, EventCalendar.ContentType, Encoding.UTF8);
    }
}
