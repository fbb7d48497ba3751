using Microsoft.AspNetCore.Authorization;

namespace Concentric.Platform.Identity;

/// <summary>
/// What may be done in the platform itself; modules declare their own. A page or endpoint names one with
/// <see cref="RequirePermissionAttribute"/>; one that names none, and is not public, is closed to everybody.
/// </summary>
public static class PlatformPermissions
{
    public const string UseOffice = "platform.office.use";
    public const string ReadAccounts = "platform.accounts.read";
    public const string ManageAccounts = "platform.accounts.manage";
    public const string AssignRoles = "platform.roles.assign";
    public const string ReadAudit = "platform.audit.read";
    public const string ChangeSettings = "platform.settings.change";

    public static IReadOnlyList<string> All { get; } =
    [UseOffice, ReadAccounts, ManageAccounts, AssignRoles, ReadAudit, ChangeSettings];
}

/// <summary>Opens a page or endpoint to those who hold the permission.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute(string permission)
    : Attribute,
        IAuthorizationRequirementData,
        IAuthorizationRequirement
{
    public string Permission { get; } = permission;

    /// <summary>Whether it must be held for the whole committee: not for one office alone.</summary>
    public bool WholeCommittee { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Opens a page to everybody who is signed in, whatever their role: their own account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireSignInAttribute : Attribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class PermissionHandler(CurrentActor actor, ActorField field) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var granted = requirement switch
            {
                RequirePermissionAttribute permission => actor.Can(permission.Permission)
                    && (!permission.WholeCommittee || field.Of(permission.Permission) is null),
                RequireSignInAttribute => actor.IsSignedIn,
                // The framework adds the fallback also where an attribute already says who may; those answer then.
                ClosedByDefault => context.Requirements.Any(other =>
                    other is RequirePermissionAttribute or RequireSignInAttribute
                ),
                _ => false,
            };
            if (granted)
                context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>What a page or endpoint that names no permission asks for: nobody has it.</summary>
internal sealed class ClosedByDefault : IAuthorizationRequirement;
