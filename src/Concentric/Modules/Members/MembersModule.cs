using Concentric.Modules.Members.Demo;
using Concentric.Modules.Members.Import;
using Concentric.Modules.Members.Invitations;
using Concentric.Modules.Members.MemberFile;
using Concentric.Modules.Members.My;
using Concentric.Modules.Members.Register;
using Concentric.Platform;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>委员: people, their seats, their accounts' invitations, import and export.</summary>
public sealed class MembersModule : IModule
{
    public string Name => "members";

    public Type Texts => typeof(MembersTexts);

    public IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Office, "Members", "/office/members", "users", MembersPermissions.Read, 10, "Menu.Work"),
        new(Face.MyWork, "MyFile", "/my/file", "user", null, 90),
    ];

    public IReadOnlyList<string> Permissions => MembersPermissions.All;

    public IReadOnlyList<string> FigureBases => [SeatBase.BaseId];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SectorList>();
        services.AddSingleton<PartyList>();
        services.AddScoped<ContactSeal>();
        services.AddScoped<MemberRegister>();
        services.AddSingleton<MemberColumns>();
        services.AddImport<ImportRun, MemberImport>();
        services.AddScoped<MembersApi>();
        services.AddScoped<IFigureBase, SeatBase>();
        services.AddScoped<IWaitingWork, MembersWaiting>();
        services.AddSingleton(
            new FirstStep(
                "FirstStep.Members",
                "/office/members/import",
                MembersPermissions.Edit,
                (db, cancellation) => db.Set<Person>().AnyAsync(cancellation)
            )
        );
        services.AddSingleton<PersonalDataRegistry>();
        services.AddScoped<MemberList>();
        services.AddScoped<MemberChoices>();
        services.AddScoped<MaskedFields>();
        services.AddScoped<MemberHeaders>();
        services.AddScoped<DutyFacts>();
        services.AddScoped<MemberInvitations>();
        services.AddSingleton<IDemoPart, MembersDemo>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        MyData.Map(endpoints);
        endpoints
            .MapGet(
                "/office/members/import/template",
                (MemberColumns columns, SectorList sectors, PartyList parties) =>
                    Results.Bytes(ImportTemplate.Make(columns, sectors, parties), ListTemplate.ContentType, "members.xlsx")
            )
            .WithMetadata(new RequirePermissionAttribute(MembersPermissions.Edit));
    }

    public void MapModel(ModelBuilder model) => MembersModel.Map(model);
}

/// <summary>The module's words.</summary>
public sealed class MembersTexts;
