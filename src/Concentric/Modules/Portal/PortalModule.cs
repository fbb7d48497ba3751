using Concentric.Platform;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal;

/// <summary>门户: columns and articles, three reviews, publishing, and what the public reads.</summary>
public sealed class PortalModule : IModule
{
    private const string Group = "Menu.Portal";

    public string Name => "portal";

    public Type Texts => typeof(PortalTexts);

    public IReadOnlyList<string> Permissions => PortalPermissions.All;

    public IReadOnlyList<MenuEntry> Menu => [];

    public void MapModel(ModelBuilder model) => PortalModel.Map(model);
}

/// <summary>The module's words.</summary>
public sealed class PortalTexts;
