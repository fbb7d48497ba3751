using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Layouts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>One session as everybody reads it: when and where, what it talks about, and what it came to once it is confirmed.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PublicSessionPage(
    PublicSessions sessions,
    PublicSessionWords words,
    PlaceChoices places,
    MembersParts parts,
    CurrentCommittee committee
) : AppPage
{
    public PublicSession Session { get; private set; } = null!;
    public string Where { get; private set; } = "";
    public string PlaceSlug { get; private set; } = "";
    public IReadOnlyList<PublicAgendaEntry> Agenda { get; private set; } = [];
    public string MembersPart => parts.NameOf(Session.MembersPart);

    public PageHead Head =>
        new(
            $"{SiteAddress.Of(Request)}/sessions/{Session.Id}",
            Language.IsEnglish ? committee.Value.EnglishName : committee.Value.Name
        )
        {
            Title = Session.Title,
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await sessions.ReadAsync(sessions.All.Where(session => session.Id == id), cancellation);
        if (found.Count == 0)
            return NotFound();
        Session = found[0];
        Where = await words.WhereAsync(Session, cancellation);
        PlaceSlug = (await places.AllAsync(cancellation)).First(place => place.Id == Session.PlaceId).Slug;
        Agenda = await sessions.AgendaAsync(Session, cancellation);
        return Page();
    }
}
