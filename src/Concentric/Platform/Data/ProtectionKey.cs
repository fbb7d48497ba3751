using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Data;

/// <summary>A key that protects cookies and personal data at rest, shared by all nodes. Belongs to the installation, not to a committee.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; } = Ids.New();
    public required string Xml { get; init; }
}

/// <summary>Keeps the data-protection keys in the database, so that every node and every restore can read what one wrote.</summary>
internal sealed class ProtectionKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<AppDb>().Set<ProtectionKey>().AsNoTracking().ToList();
        return keys.ConvertAll(key => XElement.Parse(key.Xml));
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        // The library's contract is synchronous, and it stores a key once in ninety days.
        scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .Database.ExecuteSql($"INSERT INTO platform_protection_keys (id, xml) VALUES ({Ids.New()}, {xml})");
    }
}
