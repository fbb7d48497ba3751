using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Forms;
using Concentric.Platform.Web.Layouts;
using Concentric.Platform.Web.Once;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Platform.Web;

/// <summary>What the shell needs from the container.</summary>
public static class WebServices
{
    /// <summary>Assets, formats, form messages. Call it beside <c>AddRazorPages</c>.</summary>
    public static IServiceCollection AddWebShell(this IServiceCollection services)
    {
        services.AddSingleton<BuiltAssets>();
        services.AddSingleton<Icons>();
        services.AddScoped<DisplayFormat>();
        services.AddScoped<Navigation>();
        services.AddScoped<SavedViews>();
        services.AddSingleton<SentForms>();
        services.AddScoped<OnceFilter>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(new NullCharacters());
            options.Filters.AddService<OnceFilter>();
        });
        services.AddMvcCore().AddDataAnnotationsLocalization();
        // After the framework's own set-up, which would take the messages back.
        services.ConfigureOptions<FormMessages>();
        return services;
    }
}
