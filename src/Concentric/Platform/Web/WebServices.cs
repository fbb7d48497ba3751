using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Forms;
using Concentric.Platform.Web.Layouts;

namespace Concentric.Platform.Web;

/// <summary>What the shell needs from the container.</summary>
public static class WebServices
{
    /// <summary>Assets, formats, form messages. Call it beside <c>AddRazorPages</c>.</summary>
    public static IServiceCollection AddWebShell(this IServiceCollection services)
    {
        services.AddSingleton<BuiltAssets>();
        services.AddScoped<DisplayFormat>();
        services.AddScoped<Navigation>();
        services.ConfigureOptions<FormMessages>();
        services.AddMvcCore().AddDataAnnotationsLocalization();
        return services;
    }
}
