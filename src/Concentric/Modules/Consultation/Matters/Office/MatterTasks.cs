using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>
/// What waits for whoever reads: matters in a state whose usual next step he or she may do, at places that are his or hers. A matter
/// whose feedback is still awaited, and one whose second visit is not yet due, wait for nobody.
/// </summary>
public sealed class MatterTasks(AppDb db, MatterField field, MatterDesk desk, CurrentActor actor)
{
    private static readonly ILookup<string, MatterState> Awaited = Enum.GetValues<MatterState>()
        .Where(state => MatterMoves.AwaitedOf(state) is { } permission && permission != MatterPermissions.Handle)
        .ToLookup(state => MatterMoves.AwaitedOf(state)!);

    public async Task<IQueryable<Matter>> MineAsync(CancellationToken cancellation)
    {
        var own = db.Set<Matter>().Where(_ => false);
        var scopes = new Dictionary<string, (FieldScope Scope, List<MatterState> States)>(StringComparer.Ordinal);
        foreach (var group in Awaited.Where(group => actor.Can(group.Key)))
        {
            var scope = await field.OfAsync(group.Key, cancellation);
            // Permissions of one reach are asked at once: usually there is one reach, so one question.
            var reach = scope.IsWhole ? "" : string.Join(',', scope.Places);
            if (!scopes.TryGetValue(reach, out var known))
                scopes[reach] = known = (scope, []);
            known.States.AddRange(group);
        }

        foreach (var (scope, states) in scopes.Values)
        {
            var part = Due(db.Set<Matter>().Where(matter => states.Contains(matter.State)));
            if (!scope.IsWhole)
                part = part.Where(matter => scope.Places.Contains(matter.PlaceId));
            own = scopes.Count == 1 ? part : own.Concat(part);
        }

        return await WithAskedAsync(own, cancellation);
    }

    /// <summary>Matters with units that ask for more time, or that gave back what they were to help with, wait for those who assign.</summary>
    private async Task<IQueryable<Matter>> WithAskedAsync(IQueryable<Matter> own, CancellationToken cancellation)
    {
        if (!actor.Can(MatterPermissions.Assign))
            return own;
        var asked = (await field.MattersAsync(MatterPermissions.Assign, cancellation)).Where(matter =>
            (matter.State == MatterState.Assigned || matter.State == MatterState.InProgress)
            && matter.Assignments.Any(row =>
                row.Round == matter.Round
                && (
                    row.AsksUntil != null
                    || (
                        row.State == AssignmentState.Returned
                        && row.Role == HandlerRole.Other
                        && !matter.Assignments.Any(later => later.Round == row.Round && later.AssignedAt > row.ReturnedAt)
                        && !matter.Steps.Any(step => step.Verb == MatterVerb.SettleReturn && step.At >= row.ReturnedAt)
                    )
                )
            )
        );
        return own.Concat(asked);
    }

    private IQueryable<Matter> Due(IQueryable<Matter> matters)
    {
        var today = desk.Today;
        return matters.Where(matter =>
            (matter.State != MatterState.Closed || matter.DueOn <= today)
            && (
                matter.State != MatterState.FeedbackSought
                || matter.DueOn < today
                || matter.Feedback.Any(row => row.Round == matter.Round && row.Giver == FeedbackGiver.Submitter)
            )
        );
    }
}
