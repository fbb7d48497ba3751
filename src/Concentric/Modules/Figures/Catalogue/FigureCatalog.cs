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
    public FigureCatalog(DataFolder data, FactKinds kinds, ModuleCatalog modules)
        : this(
            data.Files("figures", "*.yaml").Select(file => (file, data.ReadText(file))),
            kinds,
            [.. modules.All.SelectMany(module => module.FigureBases)]
        ) { }

    internal FigureCatalog(IEnumerable<(string File, string Text)> files, FactKinds kinds, IReadOnlyCollection<string> bases)
    {
        var groups = new List<FigureGroup>();
        var stands = new Dictionary<string, string>(StringComparer.Ordinal);
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
                stands[figure.Id] = $"{file} line {line}";
            }

            groups.Add(new FigureGroup(group.Order, group.Title, group.TitleEn, [.. group.Figures.Select(pair => pair.Figure)]));
        }

        Groups = [.. groups.OrderBy(group => group.Order)];
        All = [.. Groups.SelectMany(group => group.Figures)];
        SubjectKinds = KindsOf(FigureMeasure.DistinctSubjects);
        QuantityKinds = KindsOf(FigureMeasure.Median, FigureMeasure.NinetiethPercentile);
        foreach (var figure in All.Where(figure => figure.ShareOf is { } share && !bases.Contains(share)))
            CheckShare(figure, bases, stands[figure.Id]);
    }

    /// <summary>In the order of the groups.</summary>
    public IReadOnlyList<FigureDefinition> All { get; }

    public IReadOnlyList<FigureGroup> Groups { get; }

    /// <summary>The kinds of fact whose subjects some figure counts once each.</summary>
    public IReadOnlyList<string> SubjectKinds { get; }

    /// <summary>The kinds of fact whose quantities some figure puts in order.</summary>
    public IReadOnlyList<string> QuantityKinds { get; }

    public FigureDefinition? Find(string id) => figures.GetValueOrDefault(id);

    private List<string> KindsOf(params FigureMeasure[] measures) =>
        [
            .. All.Where(figure => measures.Contains(figure.Measure))
                .SelectMany(figure => figure.Kinds)
                .Distinct(StringComparer.Ordinal),
        ];

    private void CheckShare(FigureDefinition figure, IReadOnlyCollection<string> bases, string stands)
    {
        var whole =
            Find(figure.ShareOf!)
            ?? throw new InvalidDataException(
                $"{stands}: the figure '{figure.Id}' is a share of '{figure.ShareOf}', which is neither a figure nor one of {string.Join(", ", bases)}."
            );
        if (whole.Unit != figure.Unit || whole.Id == figure.Id)
            throw new InvalidDataException(
                $"{stands}: the figure '{figure.Id}' counts {figure.Unit} and cannot be a share of '{whole.Id}', which counts {whole.Unit}."
            );
    }
}

/// <summary>The figures of one file, under one heading.</summary>
/// <param name="Order">Small numbers first.</param>
public sealed record FigureGroup(int Order, string Title, string TitleEn, IReadOnlyList<FigureDefinition> Figures);
