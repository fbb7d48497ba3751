using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>
/// What the matters of a session are called before people who are not of the office: by their public titles, and before they are cleared
/// by what they are about and their number. In the committee's language, for what is shown is shared by all who look, or stored.
/// </summary>
public sealed class NeutralTitles(AppDb db, UnitWords words, IStringLocalizer<ConsultationTexts> text)
{
    private const char Ellipsis = '\u2026';

    /// <summary>Of the matters on an agenda, by the matter's id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(CouncilSession session, CancellationToken cancellation)
    {
        var ids = session.Matters.ConvertAll(row => row.MatterId);
        var rows = await db.Set<Matter>()
            .AsNoTracking()
            .Where(matter => ids.Contains(matter.Id))
            .Select(matter => new
            {
                matter.Id,
                Title = matter.IsPublic ? matter.PublicTitle : null,
                matter.Topic,
                matter.NumberYear,
                matter.Number,
            })
            .ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => Of(row.Title, row.Topic, MatterNumber.Of(row.NumberYear, row.Number)));
    }

    /// <summary>The topic of a session in one line, where nobody gave one: its first matter, and how many there are.</summary>
    public string OfMany(Matter first, int count) =>
        OfMany(Of(first.IsPublic ? first.PublicTitle : null, first.Topic, first.FullNumber), count);

    /// <inheritdoc cref="OfMany(Matter, int)" />
    public string OfMany(string first, int count) =>
        count <= 1
            ? first
            : Language.InChinese(() =>
            {
                var rest = text["Session.TopicOfMany", "", count].Value.Length;
                var most = CouncilSession.LongestTitle - rest;
                return text["Session.TopicOfMany", first.Length > most ? first[..(most - 1)] + Ellipsis : first, count].Value;
            });

    private string Of(string? publicTitle, string topic, string? number) =>
        publicTitle is null
            ? Language.InChinese(() => words.TitleOf(publicTitle: null, topic, number))
            : PersonalTraces.Hide(publicTitle);
}
