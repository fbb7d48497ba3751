using System.Globalization;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Layouts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>A session in a list, and where it is.</summary>
public sealed record ListedSession(PublicSession Session, string Where);

/// <summary>Sessions to come, and those that were held, the newest first.</summary>
[AllowAnonymous]
[PublicPage("before")]
public sealed class SessionsPage(
    PublicSessions sessions,
    PublicSessionWords words,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    TimeProvider time
) : AppPage
{
    private const int OnPage = 20;
    private const int MostToCome = 50;
    private const string DayForm = "yyyyMMdd";

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public IReadOnlyList<ListedSession> ToCome { get; private set; } = [];
    public IReadOnlyList<ListedSession> Held { get; private set; } = [];

    /// <summary>Leads to the older ones; none on the last page.</summary>
    public string? Next { get; private set; }

    public PageHead Head =>
        new(SiteAddress.Of(Request) + "/sessions", Language.IsEnglish ? committee.Value.EnglishName : committee.Value.Name)
        {
            Title = text["Sessions"],
        };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Before is null)
            ToCome = await ListAsync(
                await sessions.ReadAsync(sessions.ToCome(time.GetUtcNow()).Take(MostToCome), cancellation),
                cancellation
            );
        var held = sessions.All.Where(session => session.State == SessionState.Confirmed);
        if (Read(Before) is { } mark)
        {
            var (day, id) = mark;
            held = held.Where(session => session.HeldOn <= day && (session.HeldOn < day || session.Id < id));
        }

        var rows = await sessions.ReadAsync(
            held.OrderByDescending(session => session.HeldOn).ThenByDescending(session => session.Id).Take(OnPage + 1),
            cancellation
        );
        Held = await ListAsync([.. rows.Take(OnPage)], cancellation);
        if (rows.Count > OnPage)
            Next = $"{rows[OnPage - 1].HeldOn!.Value.ToString(DayForm, CultureInfo.InvariantCulture)}-{rows[OnPage - 1].Id:N}";
    }

    private async Task<IReadOnlyList<ListedSession>> ListAsync(IReadOnlyList<PublicSession> rows, CancellationToken cancellation)
    {
        var listed = new List<ListedSession>();
        foreach (var row in rows)
            listed.Add(new ListedSession(row, await words.WhereAsync(row, cancellation)));
        return listed;
    }

    /// <summary>None when it is no such mark: the first page is shown.</summary>
    private static (DateOnly Day, Guid Id)? Read(string? mark) =>
        mark?.Split('-') is [var day, var id]
        && DateOnly.TryParseExact(day, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        && Guid.TryParseExact(id, "N", out var guid)
            ? (on, guid)
            : null;
}
