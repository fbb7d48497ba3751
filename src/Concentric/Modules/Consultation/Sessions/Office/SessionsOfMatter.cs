using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Office;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>A session that a matter was on the agenda of, and what it came to there.</summary>
/// <param name="HeldOn">In the committee's zone; none before it is held.</param>
public sealed record SessionOfMatter(
    Guid Id,
    string Title,
    DateOnly? HeldOn,
    DateTimeOffset? PlannedFor,
    Badge Badge,
    MatterConclusion? Conclusion
);

/// <summary>What the office's page about a matter tells of its sessions.</summary>
/// <param name="Rows">The latest first.</param>
/// <param name="PlanPath">Where one is planned for it; none where it cannot be, or not by the reader.</param>
public sealed record SessionsOfOne(IReadOnlyList<SessionOfMatter> Rows, string? PlanPath);

/// <summary>The sessions of a matter, on the office's page about it, and the way to the next.</summary>
internal sealed class SessionsOfMatter(AppDb db, SessionDesk desk, CurrentActor actor, IStringLocalizer<ConsultationTexts> text)
    : IMatterPageBlock
{
    private const int Most = 20;

    private static readonly MatterState[] Waiting =
    [
        MatterState.Approved,
        MatterState.Scheduled,
        MatterState.Researching,
        MatterState.Announced,
    ];

    public int Order => 10;

    public async Task<MatterPageBlock?> ForAsync(Guid matterId, CancellationToken cancellation)
    {
        var sessions = await desk.SessionsAsync(MatterPermissions.Read, cancellation);
        var rows = await sessions
            .Where(session => session.Matters.Any(row => row.MatterId == matterId))
            .OrderByDescending(session => session.HeldOn ?? DateOnly.MaxValue)
            .ThenByDescending(session => session.Id)
            .Take(Most)
            .Select(session => new
            {
                session.Id,
                session.Title,
                session.HeldOn,
                session.PlannedFor,
                session.State,
                session.Matters.First(row => row.MatterId == matterId).Conclusion,
            })
            .ToListAsync(cancellation);
        var told = rows.ConvertAll(row => new SessionOfMatter(
            row.Id,
            row.Title,
            row.HeldOn,
            row.PlannedFor,
            SessionsPage.Badge(row.State, text),
            row.Conclusion
        ));
        var path = await PlanPathAsync(matterId, cancellation);
        return told.Count == 0 && path is null
            ? null
            : new MatterPageBlock("/Modules/Consultation/Sessions/Office/_SessionsOfMatter.cshtml", new SessionsOfOne(told, path))
            {
                NextPath = rows.Find(row => row.State != SessionState.Withdrawn) is { } latest
                    ? NextPath(latest.Id, latest.State)
                    : null,
            };
    }

    /// <summary>Once it counts, what is left is its minutes.</summary>
    private static string NextPath(Guid session, SessionState state) =>
        $"~/office/consultation/sessions/{session}{(state == SessionState.Confirmed ? "/minutes" : "")}";

    /// <summary>For a matter that waits to be talked about, and whoever holds sessions at its place.</summary>
    private async Task<string?> PlanPathAsync(Guid matterId, CancellationToken cancellation)
    {
        if (!actor.Can(MatterPermissions.HoldSessions))
            return null;
        var place = await db.Set<Matter>()
            .Where(matter => matter.Id == matterId && Waiting.Contains(matter.State))
            .Select(matter => (Guid?)matter.PlaceId)
            .SingleOrDefaultAsync(cancellation);
        return place is { } own && (await desk.PlacesAsync(cancellation)).Any(one => one.Id == own)
            ? $"~/office/consultation/sessions/new?place={own}&matter={matterId}"
            : null;
    }
}
