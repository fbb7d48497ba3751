using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Forms;

namespace Concentric.Platform.Web;

/// <summary>What the shell needs from the container.</summary>
public static class WebServices
{
    /// <summary>Assets, formats, form messages. Call it beside <c>AddRazorPages</c>.</summary>
    public static IServiceCollection AddWebShell(this IServiceCollection services)
    {
        services.AddSingleton<BuiltAssets>();
        services.AddScoped<DisplayFormat>();
        services.ConfigureOptions<FormMessages>();
        services.AddMvcCore().AddDataAnnotationsLocalization();
        return services;
    }
}
