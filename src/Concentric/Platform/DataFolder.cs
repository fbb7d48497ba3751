using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Concentric.Platform;

/// <summary>The data files that travel beside the executable: kinds, roles, figures, templates. Rules are data, not code.</summary>
public sealed class DataFolder
{
    private readonly IDeserializer yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    public string Root { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    public string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <exception cref="InvalidDataException">The file is not of the form; names file, line and column.</exception>
    public T ReadYaml<T>(string path)
    {
        try
        {
            return yaml.Deserialize<T>(ReadText(path));
        }
        catch (YamlException broken)
        {
            throw new InvalidDataException(
                $"{path} line {broken.Start.Line}, column {broken.Start.Column}: {broken.InnerException?.Message ?? broken.Message}",
                broken
            );
        }
    }

    public IReadOnlyList<string> Files(string folder, string pattern) =>
        Directory.Exists(Path.Combine(Root, folder))
            ?
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(Root, folder), pattern)
                    .Select(file => Path.GetRelativePath(Root, file))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
