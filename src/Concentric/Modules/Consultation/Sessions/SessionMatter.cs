using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>A matter on the agenda of a session, and what the session came to. Many matters come to many sessions.</summary>
[ShownToPublic]
public sealed class SessionMatter : CommitteeEntity
{
    public const int LongestReason = 500;

    private SessionMatter() { }

    public Guid SessionId { get; private set; }
    public Guid MatterId { get; private set; }

    /// <summary>Place on the agenda, from 1.</summary>
    public int Order { get; internal set; }

    /// <summary>What the office calls it. It may name somebody until the matter is cleared; see <see cref="NeutralTitles"/>.</summary>
    public string Title { get; internal set; } = "";
    public AgendaState State { get; internal set; }
    public MatterConclusion? Conclusion { get; internal set; }

    /// <summary>Only where the council's rule asks for a vote.</summary>
    public int? VotesFor { get; internal set; }
    public int? VotesAgainst { get; internal set; }
    public int? VotesAbstained { get; internal set; }

    /// <summary>宣读确认: the result was read back to those present. What is changed afterwards must be read back again.</summary>
    public DateTimeOffset? ReadBackAt { get; internal set; }
    public string? AdjournedBecause { get; internal set; }

    /// <summary>The conclusion that the last confirmation recorded, and the revision of the matter's fact.</summary>
    public MatterConclusion? ConfirmedConclusion { get; private set; }
    public int? ConfirmedRevision { get; private set; }

    public List<SessionPoint> Points { get; private set; } = [];

    public IEnumerable<SessionPoint> Agreements => Shown(PointKind.Agreement);

    public IEnumerable<SessionPoint> Dissents => Shown(PointKind.Dissent);

    /// <summary>What was counted; none where there was no vote.</summary>
    public VoteTally? Tally =>
        this is { VotesFor: { } agreeing, VotesAgainst: { } against, VotesAbstained: { } abstained }
            ? new VoteTally(agreeing, against, abstained)
            : null;

    internal static SessionMatter Of(Guid matterId, int order, string title) =>
        new()
        {
            MatterId = matterId,
            Order = order,
            Title = title,
        };

    /// <summary>What a confirmation made of it.</summary>
    internal void Recorded(MatterConclusion? conclusion, int? revision) =>
        (ConfirmedConclusion, ConfirmedRevision) = (conclusion, revision);

    private IEnumerable<SessionPoint> Shown(PointKind kind) =>
        Points.Where(point => point.Kind == kind && !point.IsRemoved).OrderBy(point => point.Order);
}

/// <summary>
/// A point of agreement, or a note of dissent. Two who wrote it at the same time both keep their words: the later ones stand beside it
/// until somebody chooses.
/// </summary>
[ShownToPublic]
public sealed class SessionPoint : CommitteeEntity
{
    public const int LongestText = 500;

    private SessionPoint() { }

    public Guid SessionMatterId { get; private set; }
    public PointKind Kind { get; private set; }
    public int Order { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Raised by one with each change of the words: who writes says which words were before them.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>What somebody else wrote over the same words meanwhile; none when there is nothing to choose.</summary>
    public string? Rival { get; private set; }

    /// <summary>Who wrote that.</summary>
    public string? RivalBy { get; private set; }
    public string WrittenBy { get; private set; } = "";

    /// <summary>It was taken out, and can be found again.</summary>
    public bool IsRemoved { get; private set; }

    internal static SessionPoint Of(Guid id, PointKind kind, int order, string text, Doer doer) =>
        new()
        {
            Id = id,
            Kind = kind,
            Order = order,
            Text = text.Trim(),
            WrittenBy = doer.Name,
        };

    internal void Reword(string text, int seen, Doer doer)
    {
        var words = text.Trim();
        if (words == Text)
            return;
        if (seen < Edition)
            (Rival, RivalBy) = (words, doer.Name);
        else
            (Text, WrittenBy, Edition) = (words, doer.Name, Edition + 1);
    }

    internal void Choose(string text, Doer doer) =>
        (Text, WrittenBy, Edition, Rival, RivalBy) = (text.Trim(), doer.Name, Edition + 1, null, null);

    internal void Remove() => (IsRemoved, Rival, RivalBy) = (true, null, null);
}
