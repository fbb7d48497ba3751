using Concentric.Rules.Facts;
using Mono.Cecil;

namespace Concentric.Tests.Conventions;

/// <summary>Budgets: a file has at most 400 lines, a method at most 50, a view at most 160, the program at most 100.</summary>
public sealed class SizeTests
{
    [Fact]
    public void Files_stay_small()
    {
        Longer(400, Product.Sources("src", ".cs", ".ts", ".css").Where(file => !file.EndsWith(".css"))).ShouldBeEmpty();
        Longer(160, Product.Sources("src", ".cshtml")).ShouldBeEmpty();
        Longer(100, ["src/Concentric/Program.cs"]).ShouldBeEmpty();
    }

    /// <summary>A guard whose file was emptied by mistake would go on passing.</summary>
    [Fact]
    public void No_source_is_empty() =>
        new[] { "src", "tests", "bench" }
            .SelectMany(folder => Product.Sources(folder, ".cs", ".cshtml", ".ts", ".css"))
            .Where(file => string.IsNullOrWhiteSpace(Product.Text(file)))
            .ShouldBeEmpty();

    [Fact]
    public void Methods_stay_small()
    {
        var longer =
            from type in new[] { Product.Concentric, Product.Read(typeof(FactContent)) }
                .SelectMany(assembly => assembly.MainModule.Types)
                .SelectMany(type => type.WithNested())
            where !type.Namespace.Contains("Migrations") && type.DeclaringType?.Namespace.Contains("Migrations") != true
            from method in type.Methods
            let lines = Lines(method)
            where lines > 50
            select $"{method.FullName}: {lines} lines";
        longer.ShouldBeEmpty();
    }

    private static int Lines(MethodDefinition method)
    {
        var points = method
            .DebugInformation.SequencePoints.Where(point =>
                !point.IsHidden && point.Document.Url.EndsWith(".cs") && !point.Document.Url.Contains(".g.cs")
            )
            .ToList();
        return points.Count == 0 ? 0 : points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;
    }

    private static IEnumerable<string> Longer(int most, IEnumerable<string> files) =>
        files
            .Select(file => (file, lines: Product.Text(file).Count(character => character == '\n')))
            .Where(pair => pair.lines > most)
            .Select(pair => $"{pair.file}: {pair.lines}");
}
