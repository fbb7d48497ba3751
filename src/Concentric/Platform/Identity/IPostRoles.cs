namespace Concentric.Platform.Identity;

/// <summary>A role that a person holds by a post.</summary>
/// <param name="Scope">What it is limited to.</param>
public sealed record PostRole(Guid PersonId, string Role, string Scope);

/// <summary>Roles that follow a post: whoever was given the post before having an account gets them with the account.</summary>
public interface IPostRoles
{
    Task<IReadOnlyList<PostRole>> OfAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellation);
}
