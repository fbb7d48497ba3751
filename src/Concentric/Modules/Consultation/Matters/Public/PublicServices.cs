using Concentric.Modules.Consultation.Matters.Office;
using Concentric.Modules.Consultation.Matters.Public.Cases;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions.Public;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Home;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>What the public's view of matters adds to the house.</summary>
internal static class PublicServices
{
    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Portal, "Menu.PublicConsultation", "/matters", "messages", null, 40),
        new(Face.Portal, "Menu.PublicMatters", "/matters", "messages", null, 40, Under: "/matters"),
        .. PublicSessionServices.Menu,
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<PublicMatters>();
        services.AddScoped<PublicMatterLists>();
        services.AddScoped<PublicMatterIndex>();
        services.AddScoped<PublicWords>();
        services.AddScoped<PublicStory>();
        services.AddScoped<MatterResults>();
        services.AddScoped<MatterOpenData>();
        services.AddScoped<MatterFeeds>();
        services.AddScoped<IHomeList, SettledAtHome>();
        services.AddScoped<IPublicFinder, MatterFinder>();
        services.AddScoped<IPlacePageBlock, SettledAtPlace>();
        services.AddScoped<CaseDraft>();
        services.AddScoped<IMatterPageBlock, CaseBlock>();
        services.AddScoped<IHomeInvitation, TellAtHome>();
        PublicSessionServices.Add(services);
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        MatterFeeds.Map(endpoints);
        MatterOpenData.Map(endpoints);
        PublicSessionServices.MapEndpoints(endpoints);
    }
}
