using System.Runtime.CompilerServices;
using Concentric.Platform;
using Mono.Cecil;

namespace Concentric.Tests.Conventions;

/// <summary>The product's compiled assembly and its source tree, for the guards.</summary>
internal static class Product
{
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    internal static AssemblyDefinition Read(Type type) =>
        AssemblyDefinition.ReadAssembly(type.Assembly.Location, new ReaderParameters { ReadSymbols = true });

    internal static AssemblyDefinition Concentric { get; } = Read(typeof(IModule));

    /// <summary>Source files below a folder, generated ones apart, relative to the root.</summary>
    internal static IEnumerable<string> Sources(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => endings.Any(file.EndsWith))
            .Where(file =>
                !file.Contains("/obj/")
                && !file.Contains("/node_modules/")
                && !file.Contains("/built/")
                && !file.Contains("/Migrations/")
            );

    internal static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>A type with all that the compiler made inside it: closures, state machines.</summary>
    internal static IEnumerable<TypeDefinition> WithNested(this TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
