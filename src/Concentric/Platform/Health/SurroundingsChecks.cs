using System.Net.Sockets;
using Concentric.Platform.Data;

namespace Concentric.Platform.Health;

/// <summary>What can be wrong around the product: disk, folders, mail, data files.</summary>
internal static class SurroundingsChecks
{
    private const long LeastFreeBytes = 1L << 30;

    private static string FilesRoot => Environment.GetEnvironmentVariable("CONCENTRIC_FILES") ?? "var/files";

    internal static IEnumerable<Check> All(IServiceProvider services)
    {
        yield return new(
            "FS001",
            "There is room on the disk",
            "Free some space: df -h shows where it went.",
            _ => Task.FromResult(Room(services))
        );
        yield return new(
            "FS002",
            "The folder of files can be written",
            "Set CONCENTRIC_FILES to a folder that the product's user may write, or: chown -R USER FOLDER",
            FolderAsync
        );
        yield return new(
            "MAIL01",
            "The mail server answers",
            "Check Mail:Host and Mail:Port, and that this machine may connect to it.",
            cancellation => MailAsync(services, cancellation)
        );
        foreach (var catalog in services.GetRequiredService<DataCatalogs>().Types)
        {
            yield return new(
                $"DATA-{catalog.Name}",
                $"The data files of {catalog.Name} are valid",
                "Repair the file below data/ at the line that is named, or put back the one that was delivered.",
                _ => Task.FromResult(Read(services, catalog))
            );
        }
    }

    private static Finding Room(IServiceProvider services)
    {
        var folder = services.GetRequiredService<DatabaseAddress>().Folder ?? FilesRoot;
        var existing = new DirectoryInfo(Path.GetFullPath(folder));
        while (!existing.Exists && existing.Parent is { } parent)
            existing = parent;
        var free = new DriveInfo(existing.FullName).AvailableFreeSpace;
        var found = $"{free >> 20} MB are free at {existing.FullName}.";
        return free >= LeastFreeBytes ? Finding.Well(found) : Finding.Problem(found);
    }

    private static async Task<Finding> FolderAsync(CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(FilesRoot);
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(folder, $".doctor-{Ids.New():N}");
        await File.WriteAllTextAsync(probe, "well", cancellation);
        File.Delete(probe);
        return Finding.Well(folder);
    }

    private static async Task<Finding> MailAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        if (configuration["Mail:Host"] is not { Length: > 0 } host)
            return Finding.Well("No mail server is configured; messages are shown in the product only.");
        var port = configuration.GetValue("Mail:Port", 587);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(TimeSpan.FromSeconds(5));
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, limited.Token);
        return Finding.Well($"{host}:{port}");
    }

    /// <summary>A catalogue reads and checks its files when it is made.</summary>
    private static Finding Read(IServiceProvider services, Type catalog)
    {
        services.GetRequiredService(catalog);
        return Finding.Well("valid");
    }
}

/// <summary>The services that read data files, found among all that are registered: whoever asks for the data folder.</summary>
public sealed class DataCatalogs(IServiceCollection services)
{
    public IReadOnlyList<Type> Types { get; } =
    [
        .. services
            .Where(service => service is { Lifetime: ServiceLifetime.Singleton, IsKeyedService: false })
            .Where(service => service.ImplementationType is { IsGenericTypeDefinition: false } type && ReadsData(type))
            .Select(service => service.ServiceType)
            .Where(type => !type.IsGenericTypeDefinition)
            .Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    private static bool ReadsData(Type type) =>
        type.GetConstructors().Any(made => made.GetParameters().Any(needed => needed.ParameterType == typeof(DataFolder)));
}
