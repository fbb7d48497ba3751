using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Concentric.Platform.Messages;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>
/// Every morning: reminds those whose turn it is before the last day and after it, tells those above when it is long past, asks for the
/// second visit on its day, and ends the asking for feedback when its days are over. Each once: a matter keeps of which last day people
/// were told, and a second node that runs at the same moment fails at its version. Whoever has several gets one message.
/// </summary>
public sealed class MatterReminders(
    AppDb db,
    MatterDesk desk,
    MatterActs acts,
    MatterPeople people,
    Messages messages,
    UnitWords unitWords,
    CurrentCommittee committee,
    TimeProvider time,
    IStringLocalizer<ConsultationTexts> text
) : ICommitteeJob
{
    public const string Kind = "consultation.reminder";
    private const string Inbox = "/office/consultation/inbox";
    private const int AtOnce = 200;
    private const int MostNamed = 20;

    /// <summary>States in which somebody of the house or of a unit owes a step by a day.</summary>
    private static readonly List<MatterState> Owing =
    [
        .. Enum.GetValues<MatterState>()
            .Where(state => MatterMoves.AwaitedOf(state) is not null && state != MatterState.FeedbackSought),
    ];

    public static string Name => "matter reminders";

    /// <summary>Every day, early in the morning.</summary>
    public static string Cron => "0 35 6 * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = committee.Today(time);
        await SettleAsync(today, cancellation);
        for (var reminder = MatterReminder.Before; reminder <= MatterReminder.Escalation; reminder++)
            while (await RemindAsync(reminder, today, cancellation) == AtOnce)
                db.ChangeTracker.Clear();
    }

    /// <summary>The days for answering are over: whoever is silent is waited for no longer.</summary>
    private async Task SettleAsync(DateOnly today, CancellationToken cancellation)
    {
        var over = await db.Set<Matter>()
            .Where(matter => matter.State == MatterState.FeedbackSought && matter.DueOn < today)
            .Select(matter => matter.Id)
            .ToListAsync(cancellation);
        foreach (var id in over)
        {
            await acts.DoAsync(
                id,
                new MatterDeed(MatterVerb.SettleFeedback, (matter, act) => matter.SettleFeedback(act)),
                cancellation
            );
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> RemindAsync(MatterReminder reminder, DateOnly today, CancellationToken cancellation)
    {
        var due = await Due(reminder, today)
            .Include(matter => matter.Assignments)
            .OrderBy(matter => matter.DueOn)
            .ThenBy(matter => matter.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        var told = new Dictionary<(Guid Account, string Path), List<Matter>>();
        foreach (var matter in due)
        {
            foreach (var whom in await WhomAsync(reminder, matter, cancellation))
            {
                if (!told.TryGetValue(whom, out var own))
                    told[whom] = own = [];
                own.Add(matter);
            }

            matter.Reminded(reminder);
        }

        foreach (var (whom, matters) in told)
            Tell(whom.Account, whom.Path, reminder, matters);
        await db.SaveChangesAsync(cancellation);
        return due.Count;
    }

    private IQueryable<Matter> Due(MatterReminder reminder, DateOnly today)
    {
        var owing = db.Set<Matter>().Where(matter => Owing.Contains(matter.State));
        var soon = desk.Deadlines.After(today, desk.Deadlines.RemindBefore);
        var longPast = LastDayLongPast(today);
        return reminder switch
        {
            // Nobody is reminded of a second visit before its day.
            MatterReminder.Before => owing.Where(matter =>
                matter.State != MatterState.Closed
                && matter.DueOn >= today
                && matter.DueOn <= soon
                && (matter.RemindedBefore == null || matter.RemindedBefore != matter.DueOn)
            ),
            MatterReminder.After => owing.Where(matter =>
                (matter.DueOn < today || (matter.State == MatterState.Closed && matter.DueOn <= today))
                && (matter.RemindedAfter == null || matter.RemindedAfter != matter.DueOn)
            ),
            _ => owing.Where(matter =>
                matter.DueOn <= longPast && (matter.EscalatedAfter == null || matter.EscalatedAfter != matter.DueOn)
            ),
        };
    }

    /// <summary>The latest day from which so many working days have passed that those above are told.</summary>
    private DateOnly LastDayLongPast(DateOnly today)
    {
        var day = today;
        while (desk.Deadlines.After(day, desk.Deadlines.EscalateAfter) > today)
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>
    /// Whom, and where the message leads. Those above are the ones who may approve anywhere: the secretary-general and the chairpersons'
    /// meeting. A unit that is late, or for which nobody signs in, is rung by those who assigned to it.
    /// </summary>
    private async Task<List<(Guid Account, string Path)>> WhomAsync(
        MatterReminder reminder,
        Matter matter,
        CancellationToken cancellation
    )
    {
        if (reminder == MatterReminder.Escalation)
            return With(
                await people.OfWholeAsync(MatterPermissions.Approve, cancellation),
                "/office/consultation/matters?f.late=yes"
            );
        var permission = MatterMoves.AwaitedOf(matter.State)!;
        if (permission != MatterPermissions.Handle)
            return With(await people.NearestAsync(permission, matter.PlaceId, cancellation), "/office/consultation/tasks");
        var units = matter.Current.Where(row => row.IsOpen).Select(row => row.HandlingUnitId).ToList();
        var whom = With(await people.OfUnitsAsync(units, cancellation), Inbox);
        if (reminder == MatterReminder.After || whom.Count == 0)
            whom.AddRange(
                With(
                    await people.NearestAsync(MatterPermissions.Assign, matter.PlaceId, cancellation),
                    "/office/consultation/matters?f.phase=Handling&f.late=yes"
                )
            );
        return whom;
    }

    private static List<(Guid Account, string Path)> With(IReadOnlyList<Guid> accounts, string path) =>
        [.. accounts.Select(account => (account, path))];

    private void Tell(Guid account, string path, MatterReminder reminder, List<Matter> matters)
    {
        var (title, body) = Language.InChinese(() =>
            (
                text["Reminder." + reminder, matters.Count].Value,
                string.Join(
                    '\n',
                    matters
                        .Take(MostNamed)
                        .Select(matter =>
                            text[
                                "Reminder.Line",
                                path == Inbox ? unitWords.TitleOf(matter) : matter.Title,
                                text["MatterState." + matter.State].Value,
                                DisplayFormat.ShortDate(matter.DueOn!.Value)
                            ].Value
                        )
                )
            )
        );
        messages.Send(
            new NewMessage
            {
                AccountId = account,
                Kind = Kind,
                Title = title,
                Body = body,
                Path = path,
            }
        );
    }
}
