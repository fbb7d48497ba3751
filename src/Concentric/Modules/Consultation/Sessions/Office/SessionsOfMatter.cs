using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Office;
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

/// <summary>The sessions of a matter, on the office's page about it: the latest first.</summary>
internal sealed class SessionsOfMatter(SessionDesk desk, IStringLocalizer<ConsultationTexts> text) : IMatterPageBlock
{
    private const int Most = 20;

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
        return rows.Count == 0
            ? null
            : new MatterPageBlock(
                "/Modules/Consultation/Sessions/Office/_SessionsOfMatter.cshtml",
                rows.ConvertAll(row => new SessionOfMatter(
                    row.Id,
                    row.Title,
                    row.HeldOn,
                    row.PlannedFor,
                    SessionsPage.Badge(row.State, text),
                    row.Conclusion
                ))
            );
    }
}
