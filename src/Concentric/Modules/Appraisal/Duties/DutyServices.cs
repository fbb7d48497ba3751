using Concentric.Modules.Appraisal.Duties.Demo;
using Concentric.Modules.Appraisal.Duties.Import;
using Concentric.Platform.Demo;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Platform.Work;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>What registered duties add to the module's manifest.</summary>
internal static class DutyServices
{
    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Office, "Menu.Duties", "/office/appraisal/duties", "clipboard-list", DutyPermissions.Read, 64, "Menu.Appraisal"),
        new(Face.MyWork, "Menu.MyDuties", "/my/duties", "clipboard-list", null, 44),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<DutyBook>();
        services.AddScoped<DutyConfirming>();
        services.AddScoped<DutyWords>();
        services.AddScoped<DutyDesk>();
        services.AddSingleton<IDemoPart, DutiesDemo>();
        services.AddSingleton<DutyColumns>();
        services.AddImport<DutyImport, DutyImporting>();
        services.AddScoped<IFactSource, DutyFactSource>();
        services.AddScoped<IFileOwner, DutyFileOwner>();
        services.AddScoped<IWaitingWork, DutiesWaiting>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                DutyUploadPage.Address + "/template",
                (DutyColumns columns, DutyWords words) =>
                    TypedResults.Bytes(DutyTemplate.Make(columns, words), ListTemplate.ContentType, "duties.xlsx")
            )
            .WithMetadata(new RequirePermissionAttribute(DutyPermissions.Register));
}

/// <summary>What may be done with registered duties. Members see the records about them without it.</summary>
public static class DutyPermissions
{
    public const string Read = "appraisal.duties.read";

    /// <summary>Register, change, withdraw, ask for a correction, take over or decline what a member reported, import.</summary>
    public const string Register = "appraisal.duties.register";

    /// <summary>Confirm or return what somebody else registered.</summary>
    public const string Confirm = "appraisal.duties.confirm";

    public static IReadOnlyList<string> All { get; } = [Read, Register, Confirm];
}
