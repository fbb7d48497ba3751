using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform;

/// <summary>
/// The manifest of a module: everything it adds to the house. The platform learns of a module in no other place.
/// </summary>
public interface IModule
{
    /// <summary>Singular lower-case word that prefixes the module's tables and permissions.</summary>
    string Name { get; }

    /// <summary>The resource type that holds the module's words.</summary>
    Type Texts { get; }

    void AddServices(IServiceCollection services) { }

    /// <summary>The module's tables, each named with the module's prefix.</summary>
    void MapModel(ModelBuilder model) { }

    IReadOnlyList<FactKind> FactKinds => [];

    /// <summary>What figures can be a share of: the ids of the module's <see cref="IFigureBase"/>s.</summary>
    IReadOnlyList<string> FigureBases => [];

    /// <summary>Permissions, named by the verb they allow. Their titles are in the resources under <c>Permission.{id}</c>.</summary>
    IReadOnlyList<string> Permissions => [];

    IReadOnlyList<MenuEntry> Menu => [];

    void MapEndpoints(IEndpointRouteBuilder endpoints) { }

    /// <summary>Steps of a request that must also see what is answered from the cache; the endpoint is known already.</summary>
    void UseBeforeCache(IApplicationBuilder app) { }
}

/// <summary>All modules of the house, in the order of the menu.</summary>
public sealed class ModuleCatalog(IReadOnlyList<IModule> modules)
{
    private readonly ILookup<Face, MenuEntry> menus = modules
        .SelectMany(module => module.Menu)
        .OrderBy(entry => entry.Order)
        .ToLookup(entry => entry.Face);

    public IReadOnlyList<IModule> All { get; } = modules;

    /// <summary>The entries of a face, in their order.</summary>
    public IEnumerable<MenuEntry> MenuOf(Face face) => menus[face];
}
