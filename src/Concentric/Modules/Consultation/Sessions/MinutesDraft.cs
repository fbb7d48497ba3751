using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>
/// 协商纪要起草: the minutes write themselves from agenda, presence, points, dissent and votes; people then edit them. In zh-CN, one
/// paragraph a line, with headings as official documents number them.
/// </summary>
public sealed class MinutesDraft(
    PlaceChoices places,
    MembersParts parts,
    CurrentCommittee committee,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
)
{
    public async Task<string> WriteAsync(CouncilSession session, CancellationToken cancellation)
    {
        var place = (await places.AllAsync(cancellation)).First(row => row.Id == session.PlaceId).Name;
        return Language.InChinese(() => string.Join('\n', Lines(session, place)));
    }

    private IEnumerable<string> Lines(CouncilSession session, string place)
    {
        yield return text[
            "Minutes.Opening",
            format.Date(session.HeldOn!.Value),
            Organiser(session),
            place,
            session.Matters.Count,
            session.ConvenerName is { } convener ? text["Minutes.Convener", convener].Value : "",
            session.PresentInAll,
            format.List(
                Enum.GetValues<PresentAs>()
                    .Where(sort => session.PresentOf(sort) > 0)
                    .Select(sort => text["Minutes.Sort", text["PresentAs." + sort].Value, session.PresentOf(sort)].Value)
            )
        ];
        yield return text[
            "Minutes.MembersPart",
            parts.NameOf(session.MembersPart),
            session.MembersPartWords is { } words ? text["Minutes.MembersPartWords", words].Value : ""
        ];
        var ordinals = text["Minutes.Ordinals"].Value.Split(' ');
        foreach (var (at, matter) in session.Agenda.Index())
        {
            yield return text["Minutes.Heading", ordinals[Math.Min(at, ordinals.Length - 1)], matter.Title];
            foreach (var line in ResultOf(matter))
                yield return line;
        }
    }

    private IEnumerable<string> ResultOf(SessionMatter matter)
    {
        if (matter.State == AgendaState.Adjourned)
        {
            yield return text["Minutes.Adjourned", matter.AdjournedBecause ?? ""];
            yield break;
        }

        yield return text[
            "Minutes.Result",
            text["MatterConclusion." + matter.Conclusion].Value,
            matter.VotesFor is { } agreeing
                ? text["Minutes.Votes", agreeing, matter.VotesAgainst ?? 0, matter.VotesAbstained ?? 0].Value
                : ""
        ];
        foreach (var (at, point) in matter.Agreements.Index())
            yield return text["Minutes.Point", at + 1, Closed(point.Text)];
        if (matter.Dissents.Any())
            yield return text["Minutes.Dissent", string.Concat(matter.Dissents.Select(point => Closed(point.Text)))];
    }

    private string Organiser(CouncilSession session) =>
        session.OrganiserName
        ?? (
            session.Organiser == SessionOrganiser.Committee
                ? committee.Value.ShortName
                : text["SessionOrganiser." + session.Organiser].Value
        );

    /// <summary>A sentence ends with its stop.</summary>
    private string Closed(string sentence) => char.IsPunctuation(sentence[^1]) ? sentence : sentence + text["Minutes.Stop"].Value;
}
