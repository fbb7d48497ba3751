using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>Says what a session's facts tell of, so that a number opens down to the session.</summary>
internal sealed class SessionFactSource(AppDb db, IStringLocalizer<ConsultationTexts> text) : IFactSource
{
    public string SourceType => CouncilSession.SourceType;

    public string? CategoryTitle(string category) =>
        Enum.GetValues<SessionOrganiser>().Where(one => MatterFacts.Step(one) == category).ToList() is [var organiser]
            ? text["SessionOrganiser." + organiser].Value
            : null;

    public async Task<IReadOnlyDictionary<Guid, FactSourceLink>> DescribeAsync(IReadOnlyCollection<Guid> sourceIds)
    {
        var rows = await (
            from session in db.Set<CouncilSession>()
            join place in db.Set<Place>() on session.PlaceId equals place.Id
            where sourceIds.Contains(session.Id)
            select new
            {
                session.Id,
                session.Title,
                session.Organiser,
                session.OrganiserName,
                session.State,
                Place = place.Name,
            }
        ).ToListAsync();
        return rows.ToDictionary(
            row => row.Id,
            row => new FactSourceLink(
                row.Title,
                row.State == SessionState.Confirmed ? $"~/sessions/{row.Id}" : null,
                $"~/office/consultation/sessions/{row.Id}"
            )
            {
                Organiser = row.OrganiserName ?? text["SessionOrganiser." + row.Organiser],
                OwnPath = "~/my/sessions?past=true",
                Place = row.Place,
            }
        );
    }
}
