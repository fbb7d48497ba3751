namespace Concentric.Platform.Identity;

/// <summary>
/// Who acts in this request, job or command, from where, doing what and why. It travels with every save into the audit
/// trail and the ledger.
/// </summary>
public sealed class CurrentActor
{
    /// <summary>Stands for jobs and commands, which act without an account.</summary>
    public static readonly Guid System = new("00000000-0000-7000-8000-000000000001");

    /// <summary>The name of what acts by itself, in nobody's name.</summary>
    public const string SystemName = "system";

    private IReadOnlySet<string> permissions = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Empty for the public.</summary>
    public Guid AccountId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The person whose own file this is, for members.</summary>
    public Guid? PersonId { get; private set; }

    public IReadOnlyList<(string Role, string? Scope)> Roles { get; private set; } = [];

    /// <summary>The address of the caller.</summary>
    public string? Address { get; set; }

    /// <summary>What is being done: method and route, or the command's name.</summary>
    public string Act { get; set; } = "";

    /// <summary>Why, in the actor's words, where a form asks for it.</summary>
    public string? Reason { get; set; }

    public bool IsSignedIn => AccountId != Guid.Empty;

    public void SignIn(Account account, IReadOnlySet<string> granted)
    {
        AccountId = account.Id;
        Name = account.DisplayName;
        PersonId = account.PersonId;
        Roles = account.Roles.ConvertAll(role => (role.Role, role.Scope));
        permissions = granted;
    }

    /// <summary>A job or command: it may do what it was started for.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="name">In whose name, where it tells of somebody: the demo world does.</param>
    public void ActAsSystem(string act, string name = SystemName)
    {
        AccountId = System;
        Name = name;
        Act = act;
    }

    public bool Can(string permission) => permissions.Contains(permission);
}
