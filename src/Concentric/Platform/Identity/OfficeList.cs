using Concentric.Platform.Web;

namespace Concentric.Platform.Identity;

/// <summary>委室 (Office): an organ or office of the committee that organises and records; a role may be limited to an office.</summary>
public sealed class Office
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";

    /// <summary>Whether it meets and keeps no desk: no role is limited to it.</summary>
    public bool Organ { get; set; }

    /// <summary>Short names that rule sheets use.</summary>
    public List<string> Also { get; set; } = [];

    /// <summary>In the reader's language.</summary>
    public string Name => Language.IsEnglish ? TitleEn : Title;

    /// <summary>Whether a text written by people speaks of this office.</summary>
    public bool IsNamedIn(string text) =>
        text.Contains(Title, StringComparison.Ordinal) || Also.Exists(name => text.Contains(name, StringComparison.Ordinal));
}

/// <summary>The offices of <c>data/offices.yaml</c>, in its order.</summary>
public sealed class OfficeList(DataFolder data)
{
    public IReadOnlyList<Office> All { get; } = data.ReadYaml<OfficesFile>("offices.yaml").Offices;

    /// <summary>Those that keep a desk.</summary>
    public IEnumerable<Office> Desks => All.Where(office => !office.Organ);

    /// <summary>The desks that the words of a sheet name as who records; none where they name nobody that is known.</summary>
    public IReadOnlyList<Office> RecordersIn(string text) => [.. Desks.Where(office => office.IsNamedIn(text))];

    public Office? Find(string? id) => All.FirstOrDefault(office => office.Id == id);

    /// <summary>The title in the reader's language; the id of one that the data no longer has.</summary>
    public string TitleOf(string id) => Find(id)?.Name ?? id;

    internal sealed class OfficesFile
    {
        public List<Office> Offices { get; set; } = [];
    }
}
