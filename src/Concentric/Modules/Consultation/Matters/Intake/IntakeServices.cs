using Concentric.Modules.Consultation.Matters.Intake.Follow;
using Concentric.Modules.Consultation.Matters.Intake.Import;
using Concentric.Modules.Consultation.Matters.Intake.Mine;
using Concentric.Modules.Consultation.Matters.Intake.Resident;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Jobs;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>What the coming in of matters adds to the house.</summary>
internal static class IntakeServices
{
    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Portal, "Menu.NewMatter", "/matters/new", "speakerphone", null, 41, Under: "/matters"),
        new(Face.Portal, "Menu.FollowMatter", "/matters/follow", "search", null, 42, Under: "/matters"),
        new(Face.MyWork, "Menu.MyMatters", "/my/matters", "speakerphone", null, 40),
        new(
            Face.Office,
            "Menu.EnterMatter",
            "/office/consultation/matters/new",
            "pencil",
            MatterPermissions.Enter,
            41,
            "Menu.Consultation"
        ),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<PersonalWords>();
        services.AddSingleton<IntakeLimits>();
        services.AddSingleton<UsedPuzzles>();
        services.AddScoped<IntakePuzzle>();
        services.AddScoped<IntakeDrafts>();
        services.AddScoped<IntakeForm>();
        services.AddScoped<MatterIntake>();
        services.AddScoped<MatterStory>();
        services.AddScoped<SubmitterActs>();
        services.AddScoped<FollowedMatters>();
        services.AddScoped<CodeLook>();
        services.AddScoped<OwnSeat>();
        services.AddScoped<IFileOwner, MatterFileOwner>();
        services.AddSingleton<MatterColumns>();
        services.AddImport<MatterImport, MatterImporting>();
        services.AddCommitteeJob<IntakeSweep>();
        services.AddCommitteeJob<ReceiptMailing>();
        services.AddScoped<SubmitterNewsDesk>();
        services.AddCommitteeJob<SubmitterMailing>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/office/consultation/matters/import/template",
                (MatterColumns columns) =>
                    Results.File(MatterTemplate.Make(columns), ListTemplate.ContentType, MatterTemplate.FileName(columns))
            )
            .WithMetadata(new RequirePermissionAttribute(MatterPermissions.Import));
}
