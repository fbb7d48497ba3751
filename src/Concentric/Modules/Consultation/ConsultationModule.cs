using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Public;
using Concentric.Modules.Consultation.Open311;
using Concentric.Modules.Consultation.Opinion;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation;

/// <summary>协商: places and their people, residents' matters from the first word to the second visit, and maps of opinion.</summary>
public sealed class ConsultationModule : IModule
{
    public string Name => "consultation";

    public Type Texts => typeof(ConsultationTexts);

    public IReadOnlyList<FactKind> FactKinds =>
        [.. PlaceServices.FactKinds, .. MatterServices.FactKinds, .. SessionServices.FactKinds];

    public IReadOnlyList<string> FigureBases => [RoomBase.BaseId];

    public IReadOnlyList<string> Permissions =>
        [.. PlacePermissions.All, .. MatterPermissions.All, .. Open311Permissions.All, .. OpinionPermissions.All];

    public IReadOnlyList<MenuEntry> Menu =>
        [
            .. PlaceServices.Menu,
            .. MatterServices.Menu,
            .. SessionServices.Menu,
            .. PublicServices.Menu,
            .. Open311Services.Menu,
            .. OpinionServices.Menu,
        ];

    public void AddServices(IServiceCollection services)
    {
        PlaceServices.Add(services);
        MatterServices.Add(services);
        SessionServices.Add(services);
        PublicServices.Add(services);
        Open311Services.Add(services);
        OpinionServices.Add(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PlaceServices.MapEndpoints(endpoints);
        MatterServices.MapEndpoints(endpoints);
        SessionServices.MapEndpoints(endpoints);
        PublicServices.MapEndpoints(endpoints);
        Open311Services.MapEndpoints(endpoints);
        OpinionServices.MapEndpoints(endpoints);
    }

    public void MapModel(ModelBuilder model)
    {
        PlaceModel.Map(model);
        MatterModel.Map(model);
        SessionModel.Map(model);
        Open311Model.Map(model);
        OpinionModel.Map(model);
    }
}

/// <summary>The module's words.</summary>
public sealed class ConsultationTexts;
