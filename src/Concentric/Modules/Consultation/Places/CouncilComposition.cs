using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Places;

/// <summary>1+7+X (CouncilComposition): which kinds of people make up a council, from <c>data/consultation/council-composition.yaml</c>.</summary>
public sealed class CouncilComposition(DataFolder data)
{
    public IReadOnlyList<CouncilPart> Parts { get; } =
        data.ReadYaml<CompositionFile>("consultation/council-composition.yaml").Parts;

    /// <summary>1+7+X, as its parts make it.</summary>
    public string Formula => string.Join('+', Parts.Select(part => part.Number));

    public CouncilSeatKind? Find(string? id) =>
        Parts
            .SelectMany(part => part.Kinds.Select(kind => kind with { Called = part.Called }))
            .FirstOrDefault(kind => kind.Id == id);

    /// <summary>The kinds that are seated for a term, in their order.</summary>
    public IEnumerable<CouncilSeatKind> Seated => Parts.Where(part => !part.Called).SelectMany(part => part.Kinds);

    /// <summary>The title in the reader's language; the id of one that the data no longer has.</summary>
    public string TitleOf(string id) => Find(id)?.Name ?? id;

    internal sealed class CompositionFile
    {
        public List<CouncilPart> Parts { get; set; } = [];
    }
}

/// <summary>One summand of the formula.</summary>
public sealed class CouncilPart
{
    /// <summary>As the formula writes it: 1, 7, X.</summary>
    public string Number { get; set; } = "";

    /// <summary>Whether its people are called for each matter instead of being seated for a term.</summary>
    public bool Called { get; set; }
    public List<CouncilSeatKind> Kinds { get; set; } = [];
}

/// <summary>A kind of seat, as the data file has it.</summary>
public sealed record CouncilSeatKind
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public bool Called { get; init; }

    /// <summary>As what its holder is present at a session, unless he or she sits there as a member.</summary>
    public PresentAs PresentAs { get; set; } = PresentAs.Resident;

    /// <summary>In the reader's language.</summary>
    public string Name => Language.IsEnglish ? TitleEn : Title;
}
