using System.Text.RegularExpressions;
using Concentric.Platform.Data;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Concentric.Tests.Conventions;

/// <summary>A module names nothing of another module but its Api and that Api's records; the platform names no module.</summary>
public sealed partial class ModuleBoundaryTests
{
    private static readonly IReadOnlyList<TypeDefinition> Types = [.. Product.Concentric.MainModule.Types];

    [Fact]
    public void Modules_meet_only_at_their_apis()
    {
        var open = Types.Select(ModuleOf).OfType<string>().Distinct().ToDictionary(module => module, OpenTypesOf);
        var trespasses =
            from type in Types
            let module = ModuleOf(type)
            where module is not null
            from named in NamedBy(type)
            let other = ModuleOf(named)
            where other is not null && other != module && !open[other].Contains(OutermostName(named))
            select $"{type.FullName} names {named.FullName}";
        trespasses.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_platform_knows_no_module()
    {
        var trespasses =
            from type in Types
            where type.Namespace.StartsWith("Concentric.Platform")
            from named in NamedBy(type)
            where ModuleOf(named) is not null
            select $"{type.FullName} names {named.FullName}";
        trespasses.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_rules_are_pure()
    {
        var allowed = new[] { "System.", "netstandard" };
        Product
            .Read(typeof(Rules.Facts.FactContent))
            .MainModule.AssemblyReferences.Select(reference => reference.Name)
            .Where(name => !allowed.Any(name.StartsWith))
            .ShouldBeEmpty();
        Product.Text("src/Concentric.Rules/Concentric.Rules.csproj").ShouldNotContain("Reference ");
        Product
            .Sources("src/Concentric.Rules", ".cs")
            .Where(file => Clock().IsMatch(Product.Text(file)))
            .ShouldBeEmpty("The rules read no clock, no file and no environment.");
    }

    /// <summary>The Api of a module, and the records and enumerations that its members speak of; never its entities.</summary>
    private static HashSet<string> OpenTypesOf(string module)
    {
        var open = new HashSet<string>();
        var queue = new Queue<TypeDefinition>(
            Types.Where(type => ModuleOf(type) == module && (type.Name == module + "Api" || type.Name == module + "Module"))
        );
        while (queue.TryDequeue(out var type))
        {
            if (!open.Add(OutermostName(type)))
                continue;
            var spoken = type
                .Methods.Where(method => method.IsPublic)
                .SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType))
                .SelectMany(Parts)
                .Select(reference => reference.Resolve())
                .Where(named => named is not null && ModuleOf(named) == module && named.IsPublic && !IsEntity(named));
            foreach (var named in spoken)
                queue.Enqueue(named);
        }

        return open;
    }

    private static bool IsEntity(TypeDefinition type) => type.BaseType?.FullName == typeof(CommitteeEntity).FullName;

    private static string OutermostName(TypeReference type) =>
        type.DeclaringType is { } outer ? OutermostName(outer) : type.FullName;

    private static string? ModuleOf(TypeReference type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } outer)
            outermost = outer;
        return ModuleName().Match(outermost.Namespace) is { Success: true } match ? match.Groups[1].Value : null;
    }

    private static IEnumerable<TypeReference> NamedBy(TypeDefinition type) =>
        type.WithNested().SelectMany(Mentions).SelectMany(Parts);

    private static IEnumerable<TypeReference> Mentions(TypeDefinition type)
    {
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var implemented in type.Interfaces)
            yield return implemented.InterfaceType;
        foreach (var field in type.Fields)
            yield return field.FieldType;
        foreach (var method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (var parameter in method.Parameters)
                yield return parameter.ParameterType;
            foreach (var variable in method.Body?.Variables ?? [])
                yield return variable.VariableType;
            foreach (var instruction in method.Body?.Instructions ?? [])
            {
                foreach (var named in MentionedBy(instruction))
                    yield return named;
            }
        }
    }

    private static IEnumerable<TypeReference> MentionedBy(Instruction instruction) =>
        instruction.Operand switch
        {
            GenericInstanceMethod method => [.. method.GenericArguments, method.DeclaringType],
            MethodReference method => [method.DeclaringType],
            FieldReference field => [field.DeclaringType],
            TypeReference type => [type],
            _ => [],
        };

    /// <summary>A type and the types it is made of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
            TypeSpecification made => Parts(made.ElementType),
            GenericParameter => [],
            _ => [type],
        };

    [GeneratedRegex(@"^Concentric\.Modules\.(\w+)")]
    private static partial Regex ModuleName();

    [GeneratedRegex(@"TimeProvider|DateTime(Offset)?\.(Now|UtcNow)|File\.|Environment\.|HttpClient")]
    private static partial Regex Clock();
}
