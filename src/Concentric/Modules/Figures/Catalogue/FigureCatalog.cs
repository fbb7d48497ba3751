using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Rules.Figures;

namespace Concentric.Modules.Figures.Catalogue;

/// <summary>
/// The closed, named list of figures: every file of <c>data/figures</c>, read and checked when the product starts. A figure
/// that is not in it cannot be asked, shown or written into an account.
/// </summary>
public sealed class FigureCatalog
{
    private readonly Dictionary<string, FigureDefinition> figures = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A file is not right; names file, line and what would be right.</exception>
    public FigureCatalog(DataFolder data, FactKinds kinds)
        : this(data.Files("figures", "*.yaml").Select(file => (file, data.ReadText(file))), kinds) { }

    internal FigureCatalog(IEnumerable<(string File, string Text)> files, FactKinds kinds)
    {
        var groups = new List<FigureGroup>();
        foreach (var (file, text) in files)
        {
            var reader = new FigureFileReader(file, kinds);
            var group = reader.Read(text);
            foreach (var (figure, line) in group.Figures)
            {
                if (!figures.TryAdd(figure.Id, figure))
                    throw new InvalidDataException(
                        $"{file} line {line}: the figure '{figure.Id}' is there already; an id is used once in all files."
                    );
            }

            groups.Add(new FigureGroup(group.Title, group.TitleEn, [.. group.Figures.Select(pair => pair.Figure)]));
        }

        Groups = groups;
        All = [.. groups.SelectMany(group => group.Figures)];
        SubjectKinds = [.. All.Where(OfSubjects).SelectMany(figure => figure.Kinds).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<FigureDefinition> All { get; }

    public IReadOnlyList<FigureGroup> Groups { get; }

    /// <summary>The kinds of fact whose subjects some figure counts once each.</summary>
    public IReadOnlyList<string> SubjectKinds { get; }

    public FigureDefinition? Find(string id) => figures.GetValueOrDefault(id);

    private static bool OfSubjects(FigureDefinition figure) => figure.Measure == FigureMeasure.DistinctSubjects;
}

/// <summary>The figures of one file, under one heading.</summary>
public sealed record FigureGroup(string Title, string TitleEn, IReadOnlyList<FigureDefinition> Figures);
