using System.Text.RegularExpressions;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Conventions;

/// <summary>Closed by default: a page or endpoint names a permission, or stands in the list of what is public.</summary>
public sealed partial class EndpointTests(Installation installation)
{
    /// <summary>The framework's own answer, while developing, to an asset that is not there.</summary>
    private const string MissingAsset = "{**path:file}";

    [Fact]
    public void What_is_public_is_listed()
    {
        var open = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !IsAsset(route))
            .Distinct()
            .Order(StringComparer.Ordinal);
        open.ShouldBe(PublicRoutes(), "docs/public-routes.txt lists every address that needs no sign-in.");
    }

    [Fact]
    public void Everything_else_names_who_may()
    {
        var closed = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizationRequirementData>() is null)
            .Where(endpoint => endpoint.RoutePattern.RawText != MissingAsset)
            .Select(endpoint =>
                endpoint.RoutePattern.RawText + " " + endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath
            );
        closed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_is_declared_granted_and_used()
    {
        var declared = PlatformPermissions
            .All.Concat(House.Modules.All.SelectMany(module => module.Permissions))
            .Order()
            .ToList();
        declared.ShouldBe(declared.Distinct());
        var named = Endpoints()
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>())
            .Select(attribute => attribute.Permission)
            .Concat(House.Modules.All.SelectMany(module => module.Menu).Select(entry => entry.Permission).OfType<string>());
        named.Except(declared).ShouldBeEmpty();
        var granted = installation.Services.GetRequiredService<RoleCatalog>().All.SelectMany(role => role.Permissions);
        declared.Except(granted).ShouldBeEmpty("A permission that no role grants opens nothing.");
    }

    [Fact]
    public void Every_menu_entry_leads_somewhere()
    {
        var routes = Endpoints()
            .Select(endpoint => "/" + OptionalEnd().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), ""))
            .ToHashSet();
        House
            .Modules.All.SelectMany(module => module.Menu)
            .Select(entry => entry.Path)
            .Where(path => !routes.Contains(path) && !IsDynamic(path))
            .ShouldBeEmpty();
    }

    /// <summary>What an address may leave out at its end.</summary>
    [GeneratedRegex(@"/\{[^}]*\?\}$", RegexOptions.NonBacktracking)]
    private static partial Regex OptionalEnd();

    private static bool IsDynamic(string path) => path.Any(char.IsAsciiDigit);

    private static bool IsAsset(string route) =>
        Path.HasExtension(route) && !route.Contains('{') && PublicRoutes().All(open => open != route);

    private static IEnumerable<string> PublicRoutes() =>
        Product
            .Text("docs/public-routes.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'));

    private IEnumerable<RouteEndpoint> Endpoints() =>
        installation.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
