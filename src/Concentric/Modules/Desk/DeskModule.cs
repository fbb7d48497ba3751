using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;

namespace Concentric.Modules.Desk;

/// <summary>The first page of the office and of a member's own work: what waits, what comes, what was told. It keeps nothing.</summary>
public sealed class DeskModule : IModule
{
    public string Name => "desk";

    public Type Texts => typeof(DeskTexts);

    public IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Office, "Menu.Desk", "/office", "layout-dashboard", PlatformPermissions.UseOffice, 0),
        new(Face.MyWork, "Menu.MyDesk", "/my", "home", null, 0),
    ];
}

/// <summary>The module's words.</summary>
public sealed class DeskTexts;
