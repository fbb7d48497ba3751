namespace Concentric.Platform.Identity;

/// <summary>
/// What a scoped role is limited to where that is no office: a place, a handling unit. A module registers one for such a role; accounts
/// then choose among its scopes, and hold the role for none but one of them.
/// </summary>
public interface IRoleScopes
{
    /// <summary>The role's id in <c>data/roles.yaml</c>.</summary>
    string Role { get; }

    Task<IReadOnlyList<RoleScope>> AllAsync(CancellationToken cancellation);
}

/// <summary>One thing that a role may be limited to.</summary>
public sealed record RoleScope(string Id, string Title);
