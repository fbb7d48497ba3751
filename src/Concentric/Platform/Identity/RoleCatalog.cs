using Concentric.Platform.Web;

namespace Concentric.Platform.Identity;

/// <summary>
/// The roles of <c>data/roles.yaml</c>: which permissions each grants, and which administrators never meet in one
/// account (三员分立, SeparatedAdmins; GB/T 22239-2019).
/// </summary>
public sealed class RoleCatalog
{
    private readonly Dictionary<string, Role> roles;
    private readonly IReadOnlyList<IReadOnlySet<string>> apart;

    /// <exception cref="InvalidDataException">A role grants a permission that no module declares.</exception>
    public RoleCatalog(DataFolder data, ModuleCatalog modules)
    {
        var file = data.ReadYaml<RolesFile>("roles.yaml");
        var declared = PlatformPermissions
            .All.Concat(modules.All.SelectMany(module => module.Permissions))
            .ToHashSet(StringComparer.Ordinal);
        if (
            file
                .Roles.SelectMany(role => role.Permissions.Select(permission => (role.Id, permission)))
                .FirstOrDefault(pair => !declared.Contains(pair.permission)) is
            { Id: not null } unknown
        )
        {
            throw new InvalidDataException(
                $"roles.yaml: role '{unknown.Id}' grants '{unknown.permission}', which no module declares."
            );
        }

        roles = file.Roles.ToDictionary(role => role.Id, StringComparer.Ordinal);
        apart = file.NeverTogether.ConvertAll(IReadOnlySet<string> (set) => set.ToHashSet(StringComparer.Ordinal));
    }

    public IReadOnlyCollection<Role> All => roles.Values;

    /// <summary>三员: the roles that never meet in one account, which a new committee begins with.</summary>
    public IReadOnlyList<Role> Administrators => [.. roles.Values.Where(role => apart.Any(set => set.Contains(role.Id)))];

    public Role? Find(string id) => roles.GetValueOrDefault(id);

    /// <summary>The title of a role in the reader's language; the id of one that the data no longer has.</summary>
    public string TitleOf(string id) =>
        Find(id) is not { } role ? id
        : Language.IsEnglish ? role.TitleEn
        : role.Title;

    /// <summary>All that these roles allow.</summary>
    public IReadOnlySet<string> PermissionsOf(IEnumerable<string> roleIds) =>
        roleIds.SelectMany(id => Find(id)?.Permissions ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The offices to whose field a permission is limited; null when it holds for the whole committee. It is limited when every
    /// role that grants it is held for one office.
    /// </summary>
    public IReadOnlySet<string>? FieldOf(CurrentActor actor, string permission)
    {
        var granting = actor.Roles.Where(held => Find(held.Role)?.Permissions.Contains(permission) == true).ToList();
        return granting.Exists(held => held.Scope is null)
            ? null
            : granting.Select(held => held.Scope!).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Why an account may not hold these roles together.</summary>
    public Refusal? WhyNotTogether(IReadOnlyCollection<string> roleIds)
    {
        if (roleIds.FirstOrDefault(id => Find(id) is null) is { } unknown)
            return new Refusal("RoleUnknown", unknown);
        return apart.FirstOrDefault(set => roleIds.Count(set.Contains) > 1) is { } clash
            ? new Refusal("RolesNeverTogether", string.Join("、", roleIds.Where(clash.Contains).Select(TitleOf)))
            : null;
    }

    internal sealed class RolesFile
    {
        public List<Role> Roles { get; set; } = [];
        public List<List<string>> NeverTogether { get; set; } = [];
    }
}

/// <summary>One role, as the data file has it.</summary>
public sealed class Role
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";

    /// <summary>Whether the role is held for one office or unit only.</summary>
    public bool Scoped { get; set; }
    public List<string> Permissions { get; set; } = [];
}
