using Concentric.Platform;
using Concentric.Platform.Calendars;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// The days of a matter's stages and the limits of its turns, from <c>data/consultation/matters.yaml</c>; days are working days unless
/// the name says otherwise.
/// </summary>
public sealed class MatterDeadlines
{
    private const string File = "consultation/matters.yaml";
    private readonly WorkingDays workingDays;
    private readonly Dictionary<MatterState, int> days;

    /// <exception cref="InvalidDataException">The file names a state that there is not.</exception>
    public MatterDeadlines(DataFolder data, WorkingDays workingDays)
    {
        this.workingDays = workingDays;
        var rules = data.ReadYaml<MattersFile>(File);
        days = rules.Days.ToDictionary(
            pair =>
                Enum.TryParse<MatterState>(pair.Key, ignoreCase: true, out var state)
                    ? state
                    : throw new InvalidDataException($"{File}: there is no state '{pair.Key}'."),
            pair => pair.Value
        );
        MostReworks = rules.MostReworks;
        MostExtensions = rules.MostExtensions;
        LongestExtension = rules.LongestExtension;
        SuggestedHandling = rules.SuggestedHandling;
        RevisitAfterCalendarDays = rules.RevisitAfterCalendarDays;
        ReopenWithinCalendarDays = rules.ReopenWithinCalendarDays;
        RemindBefore = rules.RemindBefore;
        EscalateAfter = rules.EscalateAfter;
    }

    /// <summary>How often a matter is handled again after the feedback was negative.</summary>
    public int MostReworks { get; }

    /// <summary>How often an extension is granted in one turn.</summary>
    public int MostExtensions { get; }

    /// <summary>The longest extension.</summary>
    public int LongestExtension { get; }

    /// <summary>How many days a handling unit is usually given; whoever assigns may give others.</summary>
    public int SuggestedHandling { get; }

    /// <summary>How many calendar days after the closing the second visit is due.</summary>
    public int RevisitAfterCalendarDays { get; }

    /// <summary>For how many calendar days after the closing the submitter can say that it is not settled.</summary>
    public int ReopenWithinCalendarDays { get; }

    /// <summary>How long before the last day people are reminded.</summary>
    public int RemindBefore { get; }

    /// <summary>How long after the last day the ones above are told.</summary>
    public int EscalateAfter { get; }

    /// <summary>The last day of a stage that begins on a day; none where the stage has no limit.</summary>
    public DateOnly? DueOf(MatterState state, DateOnly from) =>
        days.TryGetValue(state, out var count) ? workingDays.Calendar.After(from, count) : null;

    /// <summary>The day so many working days after another.</summary>
    public DateOnly After(DateOnly from, int count) => workingDays.Calendar.After(from, count);

    internal sealed class MattersFile
    {
        public Dictionary<string, int> Days { get; set; } = [];
        public int MostReworks { get; set; }
        public int MostExtensions { get; set; }
        public int LongestExtension { get; set; }
        public int SuggestedHandling { get; set; }
        public int RevisitAfterCalendarDays { get; set; }
        public int ReopenWithinCalendarDays { get; set; }
        public int RemindBefore { get; set; }
        public int EscalateAfter { get; set; }
    }
}
