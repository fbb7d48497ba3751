namespace Concentric.Platform.Identity;

/// <summary>
/// 本委室口径 (own field): the offices in whose name the one who acts may use a permission. A role held for one office opens what that
/// office records; what an organ without a desk records, or nobody in particular, is everybody's (谁组织谁记录).
/// </summary>
public sealed class ActorField(RoleCatalog roles, OfficeList offices, CurrentActor actor)
{
    /// <summary>The own offices; null when the permission holds for the whole committee. Jobs and commands act for the whole.</summary>
    public IReadOnlyList<Office>? Of(string permission) =>
        actor.AccountId != CurrentActor.System && roles.FieldOf(actor, permission) is { } field
            ? [.. offices.All.Where(office => field.Contains(office.Id))]
            : null;

    /// <summary>The ids of the desks whose records are outside the field; empty when there is no limit.</summary>
    public IReadOnlyList<string> Closed(string permission) =>
        Of(permission) is { } own ? [.. offices.Desks.Where(office => !own.Contains(office)).Select(office => office.Id)] : [];

    /// <summary>Whether a record of an office is inside the field.</summary>
    /// <param name="permission">What is to be done with it.</param>
    /// <param name="officeId">None for what nobody in particular records.</param>
    public bool Covers(string permission, string? officeId) =>
        officeId is null || !Closed(permission).Contains(officeId, StringComparer.Ordinal);
}
