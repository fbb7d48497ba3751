using Concentric.Platform.Calendars;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Jobs;
using Concentric.Platform.Messages;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>
/// Reminds whoever owes an answer to an objection two working days before its last day, and once more when that has passed. A second
/// node that runs it at the same moment fails at the objection's version and sends nothing.
/// </summary>
public sealed class ObjectionReminders(
    AppDb db,
    Messages messages,
    RoleCatalog roles,
    WorkingDays workingDays,
    CurrentCommittee committee,
    TimeProvider time,
    DisplayFormat format,
    IStringLocalizer<AppraisalTexts> text
) : ICommitteeJob
{
    private const int DaysBefore = 2;

    public static string Name => "objection reminders";

    /// <summary>Every day, early in the morning.</summary>
    public static string Cron => "0 25 6 * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = committee.Today(time);
        var soon = workingDays.Calendar.After(today, DaysBefore);
        var due = await db.Set<Objection>()
            .Where(row =>
                (row.State == ObjectionState.Raised && row.AnswerDueOn <= soon)
                || (row.State == ObjectionState.Appealed && row.DecisionDueOn <= soon)
            )
            .OrderBy(row => row.AnswerDueOn)
            .ToListAsync(cancellation);
        foreach (var objection in due.Where(row => row.IsToRemind(today)))
        {
            await TellAsync(objection, today, cancellation);
            objection.Reminded(today);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task TellAsync(Objection objection, DateOnly today, CancellationToken cancellation)
    {
        var permission =
            objection.State == ObjectionState.Raised
                ? AppraisalPermissions.AnswerObjections
                : AppraisalPermissions.DecideObjections;
        var accounts = await db
            .Accounts.WhoMayFor(objection.Office, roles, permission)
            .Select(account => account.Id)
            .ToListAsync(cancellation);
        var title = Language.InChinese(() =>
            text[objection.IsOverdue(today) ? "Objection.Late" : "Objection.Soon", objection.MemberName].Value
        );
        var body = Language.InChinese(() => text["Objection.Due", format.Date(objection.DueOn!.Value)].Value);
        foreach (var account in accounts)
        {
            messages.Send(
                new NewMessage
                {
                    AccountId = account,
                    Kind = "appraisal.objection",
                    Title = title,
                    Body = body,
                    Path = $"/office/appraisal/objections/{objection.Id}",
                }
            );
        }
    }
}
