using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>Why something cannot be done to a matter by whoever acts: the one answer of the button, the message and the guard.</summary>
public sealed class MatterReasons(
    AppDb db,
    MatterField field,
    MatterDesk desk,
    RoleCatalog roles,
    CurrentActor actor,
    DisplayFormat format
)
{
    /// <summary>What it takes to do it in the office.</summary>
    public static string PermissionOf(MatterVerb verb) =>
        verb switch
        {
            MatterVerb.Clear or MatterVerb.Conceal => MatterPermissions.Clear,
            MatterVerb.Collect => MatterPermissions.Enter,
            // What a submitter says on the phone is taken down by those who close the matter.
            MatterVerb.GiveFeedback or MatterVerb.AddWords => MatterPermissions.Close,
            _ => MatterMoves.All.First(move => move.Verb == verb).Permission!,
        };

    /// <summary>Who may, and whether it can be done now.</summary>
    public async Task<Refusal?> WhyNotAsync(Matter matter, MatterVerb verb, CancellationToken cancellation = default) =>
        await WhyNotByAsync(matter, verb, cancellation) ?? await WhyNotNowAsync(matter, verb, cancellation);

    /// <summary>Whether it can be done now, by anybody. What a form has still to say (words, days, units) the verb itself asks.</summary>
    public async Task<Refusal?> WhyNotNowAsync(Matter matter, MatterVerb verb, CancellationToken cancellation = default) =>
        verb switch
        {
            MatterVerb.Clear => matter.WhyNotClear(),
            MatterVerb.Conceal => matter.WhyNotConceal(),
            MatterVerb.AddWords => matter.WhyNotAddWords(),
            MatterVerb.Reopen => matter.WhyNotReopen(),
            MatterVerb.Revisit => matter.WhyNotRevisit(desk.Today),
            MatterVerb.SettleReturn => matter.WhyNotSettleReturn(),
            MatterVerb.SettleFeedback => matter.WhyNotSettleFeedback(desk.Today),
            // What is merely explained can always be closed, if anything can.
            MatterVerb.Close => matter.WhyNotClose(MatterOutcome.ExplainedOnly),
            MatterVerb.Rework => matter.WhyNotMove(verb) ?? matter.WhyNotRework(await MostReworksAsync(matter, cancellation)),
            MatterVerb.GrantExtension or MatterVerb.RefuseExtension => matter.WhyNotMove(verb)
                ?? (matter.Current.Any(row => row.AsksUntil is not null) ? null : new Refusal("ExtensionNotAsked")),
            _ => matter.WhyNotMove(verb),
        };

    /// <summary>Whether whoever acts may do such a thing with this matter; else who may.</summary>
    public async Task<Refusal?> WhyNotByAsync(Matter matter, MatterVerb verb, CancellationToken cancellation = default)
    {
        var permission = PermissionOf(verb);
        if (!actor.Can(permission) && actor.AccountId != CurrentActor.System)
            return new Refusal("MatterNotPermitted", WhoMay(permission));
        return await field.CoversAsync(permission, matter, cancellation) ? null : new Refusal("MatterOutsideField");
    }

    /// <summary>How often the matter may be handled again: by the rule of the place's council, else by the committee's.</summary>
    public async Task<int> MostReworksAsync(Matter matter, CancellationToken cancellation = default) =>
        await db.Set<ConsultationCouncil>()
            .Where(council => council.PlaceId == matter.PlaceId && council.ClosedOn == null)
            .OrderBy(council => council.Id)
            .Select(council => (int?)council.MostReworks)
            .FirstOrDefaultAsync(cancellation)
        ?? desk.Deadlines.MostReworks;

    /// <summary>The roles that allow it, in words.</summary>
    public string WhoMay(string permission) =>
        format.List(roles.All.Where(role => role.Permissions.Contains(permission)).Select(role => roles.TitleOf(role.Id)));
}
