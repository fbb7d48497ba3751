using Concentric.Platform;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>One entry of a list that is data; its id is kept in records, so none is reused.</summary>
public sealed class MatterListEntry
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";

    /// <summary>What it means, for whoever chooses it.</summary>
    public string Hint { get; set; } = "";
    public string HintEn { get; set; } = "";

    /// <summary>Under which heading it stands with others; none where the list needs no headings.</summary>
    public string Group { get; set; } = "";
    public string GroupEn { get; set; } = "";

    /// <summary>In the reader's language.</summary>
    public string Name => Language.IsEnglish ? TitleEn : Title;

    public string Heading => Language.IsEnglish ? GroupEn : Group;

    public string Explanation => Language.IsEnglish ? HintEn : Hint;
}

/// <summary>
/// The words about matters that differ from place to place and so are data, in <c>data/consultation</c>: what matters are about, why one
/// is rejected, where one is passed on to, the classes of replies.
/// </summary>
public sealed class MatterLists(DataFolder data)
{
    /// <summary>议题类别</summary>
    public IReadOnlyList<MatterListEntry> Topics { get; } = Read(data, "topics");

    /// <summary>不予受理的理由: outside the law, under trial, outside the place's power …</summary>
    public IReadOnlyList<MatterListEntry> Rejections { get; } = Read(data, "rejections");

    /// <summary>转办去向: 12345, petitions, a proposal, an opinion item.</summary>
    public IReadOnlyList<MatterListEntry> Destinations { get; } = Read(data, "destinations");

    /// <summary>办理类别 (ReplyClass)</summary>
    public IReadOnlyList<MatterListEntry> ReplyClasses { get; } = Read(data, "reply-classes");

    /// <summary>The name of an entry; the id of one that the data no longer has.</summary>
    public static string NameOf(IReadOnlyList<MatterListEntry> list, string? id) =>
        list.FirstOrDefault(entry => entry.Id == id)?.Name ?? id ?? "";

    private static List<MatterListEntry> Read(DataFolder data, string list) =>
        data.ReadYaml<List<MatterListEntry>>($"consultation/{list}.yaml");
}
