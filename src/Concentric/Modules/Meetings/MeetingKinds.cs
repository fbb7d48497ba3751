using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;

namespace Concentric.Modules.Meetings;

/// <summary>The kinds of meeting and their fact families, read from <c>data/meeting-kinds.yaml</c> on start.</summary>
public sealed class MeetingKinds
{
    internal const string FileName = "meeting-kinds.yaml";
    private readonly Dictionary<string, MeetingKind> kinds;
    private readonly OfficeList offices;

    /// <exception cref="InvalidDataException">The file names a family, organiser or fact kind that is not there.</exception>
    public MeetingKinds(DataFolder data, FactKinds facts, OfficeList offices)
    {
        var file = data.ReadYaml<MeetingKindsFile>(FileName);
        this.offices = offices;
        var families = file.Families.ToDictionary(family => family.Id, StringComparer.Ordinal);
        foreach (var family in file.Families)
            family.Check(facts);
        foreach (var kind in file.Kinds)
        {
            kind.FactFamily =
                families.GetValueOrDefault(kind.Family)
                ?? throw new InvalidDataException($"meeting-kinds.yaml: '{kind.Id}' names the unknown family '{kind.Family}'.");
            if (offices.Find(kind.Organiser) is null)
                throw new InvalidDataException(
                    $"meeting-kinds.yaml: '{kind.Id}' names the unknown organiser '{kind.Organiser}'."
                );
        }

        kinds = file.Kinds.ToDictionary(kind => kind.Id, StringComparer.Ordinal);
        All = file.Kinds;
        StaffRoles = file.StaffRoles;
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<MeetingKind> All { get; }
    public IReadOnlyList<Office> Organisers => offices.All;

    /// <summary>Roles whose accounts count as staff where staff are expected.</summary>
    public IReadOnlyList<string> StaffRoles { get; }

    public MeetingKind? Find(string? id) => id is null ? null : kinds.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">No such kind.</exception>
    public MeetingKind this[string id] => kinds[id];

    public Office? FindOrganiser(string? id) => offices.Find(id);

    /// <summary>The kinds on whose leave requests this person may decide, by their ids.</summary>
    public IReadOnlyList<string> DecidedBy(CurrentActor actor)
    {
        var roles = actor.Roles.Select(role => role.Role).ToHashSet(StringComparer.Ordinal);
        return All.Where(kind => kind.LeaveApprovers.Exists(roles.Contains)).Select(kind => kind.Id).ToList();
    }

    internal sealed class MeetingKindsFile
    {
        public List<FactFamily> Families { get; set; } = [];
        public List<string> StaffRoles { get; set; } = [];
        public List<MeetingKind> Kinds { get; set; } = [];
    }
}

/// <summary>会议类型: one kind of meeting or activity, as the data file has it.</summary>
public sealed class MeetingKind
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";

    /// <summary>Who organises it as a rule.</summary>
    public string Organiser { get; set; } = "";
    public string Family { get; set; } = "";
    public Quorum Quorum { get; set; }

    /// <summary>The roles that may decide on leave, the first asked first.</summary>
    public List<string> LeaveApprovers { get; set; } = [];

    /// <summary>How many whole days before the day of the meeting leave must be asked.</summary>
    public int LeaveNoticeDays { get; set; }
    public FirstAgendaItemRule FirstAgendaItem { get; set; }

    /// <summary>Whether it may have a seminar part (研讨交流).</summary>
    public bool Seminar { get; set; }
    public MinutesRule Minutes { get; set; }

    /// <summary>Whether it is given to an audience from outside.</summary>
    public bool Audience { get; set; }
    public bool PublicByDefault { get; set; }
    public ExpectedDefault Expected { get; set; } = new();

    [YamlDotNet.Serialization.YamlIgnore]
    public FactFamily FactFamily { get; internal set; } = new();

    /// <summary>The name in the reader's language.</summary>
    public string Name => Language.IsEnglish ? TitleEn : Title;

    /// <summary>Whether it belongs to study: its absentees make the study up (补课).</summary>
    public bool IsStudySession => Family == "study-session";

    /// <summary>Whether so many of those expected are enough. True when no quorum is asked.</summary>
    public bool IsQuorate(int expected, int present) =>
        Quorum switch
        {
            Quorum.Half => present * 2 > expected,
            Quorum.TwoThirds => present * 3 >= expected * 2,
            _ => true,
        };
}

/// <summary>到会人数要求: how many of those expected must be there.</summary>
public enum Quorum
{
    None,

    /// <summary>More than half.</summary>
    Half,

    /// <summary>Two thirds or more.</summary>
    TwoThirds,
}

/// <summary>Whether a kind of meeting opens with a first agenda item (第一议题).</summary>
public enum FirstAgendaItemRule
{
    None,
    Offered,
    Required,
}

/// <summary>Whether the minutes must be signed before a meeting is filed.</summary>
public enum MinutesRule
{
    Optional,
    Required,
}

/// <summary>Whom the people page proposes for a kind.</summary>
public sealed class ExpectedDefault
{
    public List<MembershipLevel> Levels { get; set; } = [];
    public List<MemberDuty> Duties { get; set; } = [];
    public bool Staff { get; set; }

    public bool IsEmpty => Levels.Count == 0 && Duties.Count == 0 && !Staff;
}

/// <summary>Which kinds of fact the confirmation of a meeting records.</summary>
public sealed class FactFamily
{
    public const string Excused = "meetings.member-excused";
    public const string Absent = "meetings.member-absent";

    public string Id { get; set; } = "";
    public string Held { get; set; } = "";
    public string? Attended { get; set; }
    public string? Seminar { get; set; }

    /// <summary>The kinds that a confirmation of this family may record.</summary>
    public IEnumerable<string> Kinds =>
        new[] { Held, Attended, Seminar, Excused, Absent }.Where(kind => kind is not null).Select(kind => kind!);

    internal void Check(FactKinds facts)
    {
        foreach (var id in Kinds)
        {
            var kind =
                facts.Find(id)
                ?? throw new InvalidDataException($"meeting-kinds.yaml: family '{Id}' names the unknown fact kind '{id}'.");
            if (kind.HasSubject != (id == Attended || id == Excused || id == Absent))
                throw new InvalidDataException($"meeting-kinds.yaml: family '{Id}': '{id}' cannot be recorded in this place.");
        }
    }
}
