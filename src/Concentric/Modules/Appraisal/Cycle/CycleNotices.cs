using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>What people are told of a year's appraisal, in the product and by mail.</summary>
public sealed class CycleNotices(
    AppDb db,
    MembersApi members,
    Messages messages,
    RoleCatalog roles,
    DisplayFormat format,
    IStringLocalizer<AppraisalTexts> text
)
{
    public const string SelfCheckAsked = "appraisal.self-check";
    public const string Due = "appraisal.due";
    public const string Quarter = "appraisal.quarter";

    /// <summary>What goes to many is said in the committee's language, whatever the one who moves the cycle reads.</summary>
    private static string Say(Func<string> words) => Language.InChinese(words);

    /// <summary>Asks everybody with a seat in the year to look at the own statement.</summary>
    public async Task AskSelfCheckAsync(AppraisalCycle cycle, RuleSheet sheet, CancellationToken cancellation)
    {
        var seats = await members.HeldBetweenAsync(sheet.From, sheet.To, cancellation: cancellation);
        foreach (var (_, account) in await AccountsAsync([.. seats.Select(seat => seat.PersonId)], cancellation))
        {
            messages.Send(
                new NewMessage
                {
                    AccountId = account,
                    Kind = SelfCheckAsked,
                    Title = Say(() => text["Message.SelfCheck", cycle.Year]),
                    Body = Say(() => text["Message.SelfCheck.Body", format.Date(cycle.DueOn!.Value)]),
                    Path = FormattableString.Invariant($"/my/appraisal/{cycle.Year}"),
                }
            );
        }
    }

    /// <summary>Reminds those who may make the next move that the stage ends, or has ended.</summary>
    public async Task RemindAsync(AppraisalCycle cycle, DateOnly today, CancellationToken cancellation)
    {
        var permissions = CycleMoves
            .Forward.Where(move => move.From == cycle.State)
            .Select(move => move.Permission)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = roles.All.Where(role => role.Permissions.Any(permissions.Contains)).Select(role => role.Id).ToList();
        var accounts = await db
            .Accounts.Where(account => account.DisabledAt == null && account.Roles.Any(role => wanted.Contains(role.Role)))
            .Select(account => account.Id)
            .ToListAsync(cancellation);
        var key = today > cycle.DueOn ? "Message.CycleLate" : "Message.CycleSoon";
        foreach (var account in accounts)
        {
            messages.Send(
                new NewMessage
                {
                    AccountId = account,
                    Kind = Due,
                    Title = Say(() => text[key, cycle.Year, text["CycleState." + cycle.State].Value]),
                    Body = Say(() => text[key + ".Body", format.Date(cycle.DueOn!.Value)]),
                    Path = FormattableString.Invariant($"/office/appraisal/{cycle.Year}/cycle"),
                }
            );
        }
    }

    /// <summary>Tells one member that the statement of a quarter may be looked at.</summary>
    internal void TellQuarter(Guid account, int year, int quarter) =>
        messages.Send(
            new NewMessage
            {
                AccountId = account,
                Kind = Quarter,
                Title = Say(() => text["Message.Quarter", year, quarter]),
                Body = Say(() => text["Message.Quarter.Body"]),
                Path = FormattableString.Invariant($"/my/appraisal/{year}?quarter={quarter}"),
            }
        );

    /// <summary>The account by which each of these people signs in; those without one are left out.</summary>
    internal async Task<List<(Guid PersonId, Guid AccountId)>> AccountsAsync(HashSet<Guid> people, CancellationToken cancellation)
    {
        var accounts = await db
            .Accounts.Where(account => account.PersonId != null && account.DisabledAt == null)
            .Select(account => new { Person = account.PersonId!.Value, account.Id })
            .ToListAsync(cancellation);
        return
        [
            .. accounts
                .Where(account => people.Contains(account.Person))
                .GroupBy(account => account.Person)
                .Select(own => (own.Key, own.Min(account => account.Id))),
        ];
    }
}
