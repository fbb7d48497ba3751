using Concentric.Platform.Jobs;
using Concentric.Platform.Web;
using Concentric.Platform.Work;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>What the office's pages about matters add to the house.</summary>
internal static class OfficeServices
{
    private const string Group = "Menu.Consultation";

    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Office, "Menu.MatterTasks", "/office/consultation/tasks", "checklist", MatterPermissions.Read, 40, Group),
        new(Face.Office, "Menu.Matters", "/office/consultation/matters", "clipboard-list", MatterPermissions.Read, 41, Group),
        new(Face.Office, "Menu.MatterInbox", "/office/consultation/inbox", "inbox", MatterPermissions.Handle, 42, Group),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<MatterWording>();
        services.AddScoped<MatterOffers>();
        services.AddScoped<MatterTable>();
        services.AddScoped<MatterTasks>();
        services.AddScoped<IWaitingWork, MatterWaiting>();
        services.AddCommitteeJob<MatterReminders>();
    }
}
