using System.Text;
using Concentric.Rules.Scoring;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>
/// Reads the text of a sheet into nodes that know their line and column. Safe against texts made to hurt: at most 256 kB,
/// 20 levels deep, and no anchors or aliases, so that nothing grows while it is read.
/// </summary>
internal sealed class SheetYaml
{
    internal const int LargestSheet = 256 * 1024;
    internal const int Deepest = 20;
    internal static readonly SheetProblem TooLarge = new(new(1, 1), "TooLarge", $"{LargestSheet / 1024}");
    private readonly List<SheetProblem> problems;
    private readonly Parser parser;
    private SheetPosition last = new(1, 1);

    private SheetYaml(string text, List<SheetProblem> problems)
    {
        this.problems = problems;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>Null when there is nothing that could be looked at further; the problems say why.</summary>
    internal static SheetNode? Read(string text, List<SheetProblem> problems)
    {
        if (text.Length > LargestSheet || Encoding.UTF8.GetByteCount(text) > LargestSheet)
        {
            problems.Add(TooLarge);
            return null;
        }

        var yaml = new SheetYaml(text, problems);
        try
        {
            return yaml.Document();
        }
        catch (YamlException broken)
        {
            problems.Add(new(At(broken.Start), "NotYaml", broken.InnerException?.Message ?? broken.Message));
        }
        catch (InvalidOperationException broken)
        {
            // The scanner's own answer to some broken texts; it names no place, so the last whole piece stands for it.
            problems.Add(new(yaml.last, "NotYaml", broken.Message));
        }
        catch (RefusedTextException refused)
        {
            problems.Add(refused.Problem);
        }

        return null;
    }

    private SheetNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.Accept<DocumentStart>(out _))
        {
            problems.Add(new(new(1, 1), "Empty"));
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Node(1);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            problems.Add(new(At(second.Start), "SecondDocument"));
        return root;
    }

    private SheetNode Node(int depth)
    {
        var next = parser.Current!;
        last = At(next.Start);
        if (depth > Deepest)
            throw new RefusedTextException(new(At(next.Start), "TooDeep", $"{Deepest}"));
        if (next is AnchorAlias || next is NodeEvent { Anchor.IsEmpty: false })
            throw new RefusedTextException(new(At(next.Start), "AliasRefused"));
        if (next is NodeEvent { Tag.IsEmpty: false })
            throw new RefusedTextException(new(At(next.Start), "TagRefused"));
        parser.MoveNext();
        return next switch
        {
            Scalar scalar => new(NodeKind.Scalar, At(scalar.Start))
            {
                Value = scalar.Value,
                IsQuoted = scalar.Style is not ScalarStyle.Plain,
            },
            SequenceStart start => List(start, depth),
            MappingStart start => Map(start, depth),
            _ => throw new RefusedTextException(new(At(next.Start), "NotYaml", next.GetType().Name)),
        };
    }

    private SheetNode List(SequenceStart start, int depth)
    {
        var node = new SheetNode(NodeKind.List, At(start.Start));
        while (!parser.TryConsume<SequenceEnd>(out _))
            node.Items.Add(Node(depth + 1));
        return node;
    }

    private SheetNode Map(MappingStart start, int depth)
    {
        var node = new SheetNode(NodeKind.Map, At(start.Start));
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key.Kind != NodeKind.Scalar)
                problems.Add(new(key.At, "KeyIsNoWord"));
            else if (!lines.TryAdd(key.Value, key.At.Line))
                problems.Add(new(key.At, "DuplicateKey", key.Value, $"{lines[key.Value]}"));
            else
                node.Entries.Add(new(key.Value, key.At, value));
        }

        return node;
    }

    private static SheetPosition At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private sealed class RefusedTextException(SheetProblem problem) : Exception(problem.Code)
    {
        internal SheetProblem Problem { get; } = problem;
    }
}
