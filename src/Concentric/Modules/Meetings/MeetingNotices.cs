using Concentric.Platform.Data;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings;

/// <summary>What people are told of a meeting, in the product and by mail: the notice, changes, decisions, reminders.</summary>
public sealed class MeetingNotices(
    AppDb db,
    Messages messages,
    MeetingWords words,
    DisplayFormat format,
    IStringLocalizer<MeetingsTexts> text
)
{
    public const string Published = "meetings.notice";
    public const string Cancelled = "meetings.cancelled";
    public const string Postponed = "meetings.postponed";
    public const string Reminder = "meetings.reminder";
    public const string Decision = "meetings.leave-decided";
    public const string Request = "meetings.leave-asked";

    /// <summary>The accounts of those on the sheet; guests and people without an account must be told otherwise.</summary>
    public async Task<List<Recipient>> RecipientsAsync(Guid meetingId)
    {
        var rows = db.Set<Attendance>().Where(row => row.MeetingId == meetingId);
        var accounts = db.Accounts.Where(account => account.DisabledAt == null);
        var members = await rows.Join(
                accounts,
                row => row.PersonId,
                account => account.PersonId,
                (row, account) => new Recipient(account.Id, row.Id)
            )
            .ToListAsync();
        var staff = await rows.Join(
                accounts,
                row => row.AccountId,
                account => account.Id,
                (row, account) => new Recipient(account.Id, row.Id)
            )
            .ToListAsync();
        return [.. members.Concat(staff).DistinctBy(recipient => recipient.RowId)];
    }

    /// <summary>The notice in words.</summary>
    public NoticeText Write(Meeting meeting, MeetingKind kind)
    {
        var lines = new List<string>
        {
            text["Notice.When", words.When(meeting.StartsAt, meeting.EndsAt)],
            text["Notice.Place", meeting.Place],
        };
        if (meeting.PresidedBy is { } chair)
            lines.Add(text["Notice.Chair", chair]);
        lines.AddRange(
            meeting.Agenda.OrderBy(item => item.Place).Select(item => text["Notice.Item", item.Place, item.Title].Value)
        );
        if (meeting.Notice is { } body)
            lines.AddRange(body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (meeting.SignUpUntil is { } until)
            lines.Add(text["Notice.SignUp", format.DateTime(until)]);
        lines.Add(text["Notice.Leave", format.Date(Attendance.LastDayToAskLeave(meeting, kind))]);
        return new NoticeText(meeting.Title, lines);
    }

    /// <summary>Tells everybody on the sheet that the meeting is on.</summary>
    public async Task TellPublishedAsync(Meeting meeting, MeetingKind kind)
    {
        var notice = Write(meeting, kind);
        foreach (var recipient in await RecipientsAsync(meeting.Id))
            Send(recipient.AccountId, Published, text["Message.Published", meeting.Title], notice.Body, meeting);
    }

    /// <summary>Tells everybody on the sheet that it is cancelled or postponed, and why.</summary>
    public async Task TellHaltAsync(Meeting meeting, string kind, string reason)
    {
        var title = text[$"Message.{(kind == Cancelled ? "Cancelled" : "Postponed")}", meeting.Title];
        var body = text["Message.Halt", words.When(meeting.StartsAt, meeting.EndsAt), reason];
        foreach (var recipient in await RecipientsAsync(meeting.Id))
            Send(recipient.AccountId, kind, title, body, meeting);
    }

    /// <summary>Tells one person what was decided on the leave asked.</summary>
    public async Task TellDecisionAsync(Meeting meeting, Attendance row, bool approved, string? reason)
    {
        var title = text[approved ? "Message.LeaveApproved" : "Message.LeaveRefused", meeting.Title];
        foreach (var recipient in (await RecipientsAsync(meeting.Id)).Where(recipient => recipient.RowId == row.Id))
            Send(recipient.AccountId, Decision, title, reason ?? title, meeting);
    }

    /// <summary>Tells those who may decide that leave was asked.</summary>
    public async Task AskApproversAsync(Meeting meeting, MeetingKind kind, Attendance row)
    {
        var first = kind.LeaveApprovers.FirstOrDefault();
        var approvers = await db
            .Accounts.Where(account => account.DisabledAt == null && account.Roles.Any(role => role.Role == first))
            .Select(account => account.Id)
            .ToListAsync();
        foreach (var approver in approvers)
        {
            messages.Send(
                new NewMessage
                {
                    AccountId = approver,
                    Kind = Request,
                    Title = text["Message.LeaveAsked", row.Name, meeting.Title],
                    Body = text["Message.LeaveAsked.Body", words.When(meeting.StartsAt, meeting.EndsAt)],
                    Path = $"/office/meetings/{meeting.Id}/people/{row.Id}",
                }
            );
        }
    }

    internal void Remind(Guid accountId, Meeting meeting, string key) =>
        Send(
            accountId,
            Reminder,
            text[key, meeting.Title],
            text["Message.Reminder", words.When(meeting.StartsAt, meeting.EndsAt), meeting.Place],
            meeting
        );

    private void Send(Guid accountId, string kind, string title, string body, Meeting meeting) =>
        messages.Send(
            new NewMessage
            {
                AccountId = accountId,
                Kind = kind,
                Title = title,
                Body = body,
                Path = $"/my/meetings/{meeting.Id}",
            }
        );
}

/// <summary>Somebody on a sheet who can be told by an account.</summary>
public sealed record Recipient(Guid AccountId, Guid RowId);

/// <summary>A notice in words: a title and its lines.</summary>
public sealed record NoticeText(string Title, IReadOnlyList<string> Lines)
{
    public string Body => string.Join("\n", Lines);
}
