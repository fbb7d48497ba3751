using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

public sealed partial class CouncilSession
{
    public const int MostPoints = 100;

    public Refusal? WhyNotPoint(string? text) =>
        !IsOpen ? new Refusal("SessionNotOpen")
        : string.IsNullOrWhiteSpace(text) ? new Refusal("SessionPointMissing").At("Text")
        : text.Trim().Length > SessionPoint.LongestText
            ? new Refusal("TooLong", SessionPoint.LongestText, text.Trim().Length).At("Text")
        : null;

    /// <summary>Writes a point down.</summary>
    /// <param name="matter">Which it belongs to.</param>
    /// <param name="id">Chosen by whoever writes, so that the same one sent twice is one.</param>
    /// <param name="kind">Agreement or dissent.</param>
    /// <param name="text">Its words.</param>
    /// <param name="doer">Who writes.</param>
    public void AddPoint(SessionMatter matter, Guid id, PointKind kind, string? text, Doer doer)
    {
        if (matter.Points.Exists(point => point.Id == id))
            return;
        RefusedException.ThrowIf(
            WhyNotPoint(text) ?? (matter.Points.Count >= MostPoints ? new Refusal("SessionTooManyPoints", MostPoints) : null)
        );
        matter.Points.Add(SessionPoint.Of(id, kind, matter.Points.Count + 1, text!, doer));
        Unread(matter);
    }

    /// <summary>Rewords a point; over words that somebody else has changed meanwhile it stands as the second version.</summary>
    /// <param name="matter">Which it belongs to.</param>
    /// <param name="point">The point.</param>
    /// <param name="text">Its new words.</param>
    /// <param name="seen">The edition that was before the writer.</param>
    /// <param name="doer">Who writes.</param>
    public void RewordPoint(SessionMatter matter, SessionPoint point, string? text, int seen, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotPoint(text));
        point.Reword(text!, seen, doer);
        Unread(matter);
    }

    /// <summary>Of two versions, this one stands; or words made of both.</summary>
    public void ChoosePoint(SessionMatter matter, SessionPoint point, string? text, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotPoint(text));
        point.Choose(text!, doer);
        Unread(matter);
    }

    public void RemovePoint(SessionMatter matter, SessionPoint point)
    {
        RefusedException.ThrowIf(IsOpen ? null : new Refusal("SessionNotOpen"));
        point.Remove();
        Unread(matter);
    }

    /// <summary>What changed since it was read back is not what was confirmed.</summary>
    private void Unread(SessionMatter matter)
    {
        matter.ReadBackAt = null;
        if (matter.State == AgendaState.Concluded)
            matter.State = State == SessionState.InProgress && Current is null ? AgendaState.Current : AgendaState.Waiting;
        Touch();
    }
}
