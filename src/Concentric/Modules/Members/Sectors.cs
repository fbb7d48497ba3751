using Concentric.Platform;
using Concentric.Platform.Web;

namespace Concentric.Modules.Members;

/// <summary>A word of a closed list in a data file, with the other ways in which people write it.</summary>
public sealed class ListedTerm
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";

    /// <summary>Other ways in which lists of members write it.</summary>
    public List<string> Also { get; set; } = [];

    /// <summary>Tells of a person's belief: shown only to those who may see sensitive data (PIPL art. 28).</summary>
    public bool Sensitive { get; set; }

    /// <summary>Membership of the CPC.</summary>
    public bool Communist { get; set; }

    /// <summary>In the reader's language.</summary>
    public string Name => Language.IsEnglish ? TitleEn : Title;
}

/// <summary>A closed list of terms, found by id or by any way of writing.</summary>
public abstract class TermList
{
    private readonly Dictionary<string, ListedTerm> byId;
    private readonly Dictionary<string, ListedTerm> byWriting = new(StringComparer.OrdinalIgnoreCase);

    private protected TermList(IReadOnlyList<ListedTerm> terms)
    {
        All = terms;
        byId = terms.ToDictionary(term => term.Id, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            foreach (var writing in new[] { term.Id, term.Title, term.TitleEn }.Concat(term.Also))
                byWriting.TryAdd(writing, term);
        }
    }

    /// <summary>In the order of the data file.</summary>
    public IReadOnlyList<ListedTerm> All { get; }

    public ListedTerm? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>By id, title or another way of writing it.</summary>
    public ListedTerm? Read(string writing) => byWriting.GetValueOrDefault(writing.Trim());
}

/// <summary>界别 (Sector), from <c>data/sectors.yaml</c>.</summary>
public sealed class SectorList(DataFolder data) : TermList(data.ReadYaml<SectorsFile>("sectors.yaml").Sectors)
{
    internal sealed class SectorsFile
    {
        public List<ListedTerm> Sectors { get; set; } = [];
    }
}

/// <summary>党派 (PoliticalParty), from <c>data/parties.yaml</c>.</summary>
public sealed class PartyList(DataFolder data) : TermList(data.ReadYaml<PartiesFile>("parties.yaml").Parties)
{
    internal sealed class PartiesFile
    {
        public List<ListedTerm> Parties { get; set; } = [];
    }
}
