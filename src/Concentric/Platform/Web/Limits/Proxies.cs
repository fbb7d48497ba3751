using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Concentric.Platform.Web.Limits;

/// <summary>
/// Believes the web servers named in the setting <c>Proxies</c> (addresses and networks, separated by commas) when they say who the
/// caller is and whether TLS was used. Nobody else is believed.
/// </summary>
internal static class Proxies
{
    internal static void UseProxies(this WebApplication app)
    {
        if (app.Configuration["Proxies"] is not { Length: > 0 } named)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(name));
            else
                options.KnownProxies.Add(IPAddress.Parse(name));
        }

        app.UseForwardedHeaders(options);
    }
}
