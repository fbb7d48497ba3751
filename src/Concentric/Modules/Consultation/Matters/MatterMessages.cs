using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;
using Concentric.Rules.Text;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// Tells people what was done to a matter, in the same save: those who may do the next step, the handling units, whoever brought it in.
/// Whoever did it is not told.
/// </summary>
public sealed class MatterMessages(
    Messages messages,
    MatterPeople people,
    SubmitterNewsDesk news,
    UnitWords unitWords,
    MatterToDo toDo,
    CurrentActor actor,
    IStringLocalizer<ConsultationTexts> text
)
{
    public const string Kind = "consultation.matter";

    /// <summary>What whoever brought a matter in is told of: a member by message, a submitter who gave an address by mail.</summary>
    private static readonly MatterVerb[] ForWhoeverBroughtItIn =
    [
        MatterVerb.Accept,
        MatterVerb.Reject,
        MatterVerb.Merge,
        MatterVerb.Transfer,
        MatterVerb.Withdraw,
        MatterVerb.TakeUpAgain,
        MatterVerb.Approve,
        MatterVerb.Announce,
        MatterVerb.TakeBack,
        MatterVerb.Conclude,
        MatterVerb.Assign,
        MatterVerb.Reply,
        MatterVerb.SeekFeedback,
        MatterVerb.Rework,
        MatterVerb.Close,
        MatterVerb.Reopen,
        MatterVerb.Revisit,
    ];

    private List<NewMessage>? together;
    private bool isMute;

    /// <summary>How many messages wait to be sent together.</summary>
    public int Waiting => together?.Count ?? 0;

    /// <param name="matter">After the deed.</param>
    /// <param name="verb">What was done.</param>
    /// <param name="before">The state it was done in; none for a matter that came in.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task TellAsync(Matter matter, MatterVerb verb, MatterState? before, CancellationToken cancellation = default)
    {
        if (isMute)
            return;
        await TellUnitsAsync(matter, verb, cancellation);
        await TellNextAsync(matter, verb, before, cancellation);
        if (!ForWhoeverBroughtItIn.Contains(verb))
            return;
        await news.NoteAsync(matter, cancellation);
        if (await people.MemberOfAsync(matter, cancellation) is { } member)
            Send([member], matter, "MatterMessage.Done", verb, "/my/matters", () => toDo.ForMember(matter));
    }

    /// <summary>From here on nobody is told: what is entered happened long ago.</summary>
    public void Mute() => isMute = true;

    /// <summary>From here on messages are kept, to be sent together.</summary>
    public void Together() => together = [];

    /// <summary>Forgets those that were added since there were so many: what they tell of was not done.</summary>
    public void Forget(int from) => together?.RemoveRange(from, together.Count - from);

    /// <summary>Adds one message for each account to the next save.</summary>
    public void SendTogether()
    {
        foreach (
            var own in (together ?? []).GroupBy(message =>
                (message.AccountId, message.Path.StartsWith("/my/", StringComparison.Ordinal))
            )
        )
            messages.Send(own.Count() == 1 ? own.First() : Joined([.. own]));
        together = null;
    }

    private NewMessage Joined(List<NewMessage> own)
    {
        const int most = 20;
        var lines = own.Take(most).Select(message => message.Title);
        var list =
            own[0].Path.StartsWith("/my/", StringComparison.Ordinal) ? "/my/matters"
            : own[0].Path.StartsWith("/office/consultation/inbox", StringComparison.Ordinal) ? "/office/consultation/inbox"
            : "/office/consultation/tasks";
        return own[0] with
        {
            Title = Language.InChinese(() => text["MatterMessage.Many", own.Count].Value),
            Body = string.Join('\n', lines),
            Path = list,
        };
    }

    /// <summary>Those whose turn it is now; nobody when the matter stays where it was, unless something was asked of them.</summary>
    private async Task TellNextAsync(Matter matter, MatterVerb verb, MatterState? before, CancellationToken cancellation)
    {
        var asked = verb is MatterVerb.AskExtension or MatterVerb.Return or MatterVerb.GiveFeedback or MatterVerb.AddWords;
        if (matter.State == before && !asked)
            return;
        var permission = verb switch
        {
            MatterVerb.AskExtension or MatterVerb.Return => MatterPermissions.Assign,
            MatterVerb.AddWords when matter.IsEnded => MatterReasons.PermissionOf(
                matter.State == MatterState.Rejected ? MatterVerb.Reject : MatterVerb.Close
            ),
            _ => MatterMoves.AwaitedOf(matter.State),
        };
        // Units are told of their own assignments; a second visit is not due for months.
        if (permission is null or MatterPermissions.Handle || (matter.IsEnded && !asked))
            return;
        var accounts = await people.NearestAsync(permission, matter.PlaceId, cancellation);
        Send(
            accounts,
            matter,
            asked ? "MatterMessage.Done" : "MatterMessage.Next",
            verb,
            $"/office/consultation/matters/{matter.Id}",
            () => toDo.ForOffice(matter, verb)
        );
    }

    private async Task TellUnitsAsync(Matter matter, MatterVerb verb, CancellationToken cancellation)
    {
        var units = verb switch
        {
            MatterVerb.Assign or MatterVerb.Rework => matter.Current.Where(row => row.State == AssignmentState.Assigned),
            // The lead unit learns who helps it.
            MatterVerb.AddHandler => matter.Current.Where(row =>
                row.Role == HandlerRole.Lead || row.AssignedAt == matter.Steps[^1].At
            ),
            MatterVerb.GrantExtension or MatterVerb.RefuseExtension => matter.Current.Where(row => row.IsOpen),
            // So does the lead unit that nobody comes in the place of one that gave it back.
            MatterVerb.SettleReturn when matter.Lead is { } lead => [lead],
            // The lead unit waits for those that help it.
            MatterVerb.Reply when matter.State != MatterState.Replied && matter.Lead is { } lead => [lead],
            _ => [],
        };
        // Units handed it at once have the same day, so there is one group, or two.
        foreach (var alike in units.GroupBy(row => (row.State, row.DueOn)))
            Send(
                await people.OfUnitsAsync([.. alike.Select(row => row.HandlingUnitId)], cancellation),
                matter,
                "MatterMessage.Done",
                verb,
                $"/office/consultation/inbox/{matter.Id}",
                () => toDo.ForUnit(alike.First()),
                unitWords.TitleOf
            );
    }

    /// <param name="accounts">Whom.</param>
    /// <param name="matter">Of which.</param>
    /// <param name="key">Of the title's words.</param>
    /// <param name="verb">What was done.</param>
    /// <param name="path">Where it leads.</param>
    /// <param name="next">What is to be done, by when.</param>
    /// <param name="title">
    /// The matter's title as these people may read it; by default its own without what tells who somebody is, for messages are mailed.
    /// </param>
    private void Send(
        IEnumerable<Guid> accounts,
        Matter matter,
        string key,
        MatterVerb verb,
        string path,
        Func<string> next,
        Func<Matter, string>? title = null
    )
    {
        var (line, body) = Language.InChinese(() =>
            (
                text[
                    key,
                    text[$"MatterVerb.{verb}"].Value,
                    title?.Invoke(matter) ?? PersonalTraces.Hide(matter.Title),
                    text[$"MatterState.{matter.State}"].Value
                ].Value,
                matter.Steps[^1].Words is { } words ? $"{next()}\n{words}" : next()
            )
        );
        foreach (var account in accounts.Where(account => account != actor.AccountId))
        {
            var message = new NewMessage
            {
                AccountId = account,
                Kind = Kind,
                Title = line,
                Body = body,
                Path = path,
            };
            if (together is null)
                messages.Send(message);
            else
                together.Add(message);
        }
    }
}
