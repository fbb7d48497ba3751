using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What was done to a place, or to something or somebody at it.</summary>
public enum PlaceVerb
{
    Founded,
    Changed,
    Renamed,
    Closed,
    Reopened,
    HeadNamed,
    TermBegun,
    SeatTaken,
    SeatLeft,
    Deployed,
    Ended,
    Withdrawn,
    ContactAdded,
    ContactRemoved,
    ContactSeen,
    Invited,
}

/// <summary>One thing done to a place, venue, council, unit or deployment. Every verb gives the step that it leaves.</summary>
public sealed class PlaceStep : Step
{
    public const int LongestDetail = 200;

    private PlaceStep() { }

    private PlaceStep(Doer doer, string? words)
        : base(doer, words) { }

    /// <summary>The place, venue, council, unit or deployment it was done to.</summary>
    public Guid SubjectId { get; private init; }
    public PlaceVerb Verb { get; private init; }

    /// <summary>What the verb speaks of: the earlier name, the member, the seat.</summary>
    public string? Detail { get; private init; }

    internal static PlaceStep Of(Guid subjectId, PlaceVerb verb, Doer doer, string? reason = null, string? detail = null) =>
        new(doer, reason)
        {
            SubjectId = subjectId,
            Verb = verb,
            Detail = detail is { Length: > LongestDetail } ? detail[..LongestDetail] : detail,
        };
}
