using System.Text.RegularExpressions;
using Concentric.Platform.Documents;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Documents;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>The minutes as an official document of the kind 纪要 (GB/T 9704-2012, 10.3): red head, text, then who was present.</summary>
public sealed partial class MinutesDocument(
    CurrentCommittee committee,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
)
{
    public const string ContentType = OfficialDocumentWriter.ContentType;

    public static string FileName(CouncilSession session) =>
        $"minutes-{session.HeldOn:yyyy-MM-dd}-{session.Id.ToString()[^6..]}.docx";

    /// <summary>The .docx; without date while it is not signed.</summary>
    public byte[] Write(CouncilSession session) => Language.InChinese(() => OfficialDocumentWriter.Write(Compose(session)));

    internal OfficialDocument Compose(CouncilSession session) =>
        new()
        {
            IssuerMark = text[
                "Minutes.Mark",
                session.Organiser == SessionOrganiser.Committee
                    ? committee.Value.ShortName
                    : session.OrganiserName ?? committee.Value.ShortName
            ],
            DocumentNumber = session.Minutes?.Number,
            Title = text["Minutes.Title", session.Title],
            Body =
            [
                .. (session.Minutes?.Text ?? "")
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(Block),
            ],
            Present = [.. Present(session)],
            SignedOn = session.Minutes?.SignedOn,
        };

    /// <summary>出席 are the members and others by name; 列席 the rest by number.</summary>
    private IEnumerable<(string Label, string Names)> Present(CouncilSession session)
    {
        var named = session.Present.Where(person => person.Name is not null).Select(person => person.Name!).ToList();
        if (named.Count > 0)
            yield return (text["Minutes.Present"], string.Join(text["Minutes.Gap"].Value, named));
        var numbers = session
            .Present.Where(person => person.Name is null)
            .GroupBy(person => person.As)
            .Select(sort => text["Minutes.Sort", text["PresentAs." + sort.Key].Value, sort.Sum(person => person.Number)].Value)
            .ToList();
        if (numbers.Count > 0)
            yield return (text["Minutes.Attending"], format.List(numbers));
    }

    private static DocumentBlock Block(string line) =>
        FirstLevel().IsMatch(line) ? new DocumentBlock(DocumentLevel.First, line, "")
        : SecondLevel().IsMatch(line) ? new DocumentBlock(DocumentLevel.Second, line, "")
        : DocumentBlock.Plain(line);

    /// <summary>A numeral of the first level and its stop, as official documents have it.</summary>
    [GeneratedRegex(@"^[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3}\u3001", RegexOptions.NonBacktracking)]
    private static partial Regex FirstLevel();

    [GeneratedRegex(
        @"^\uFF08[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3}\uFF09",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex SecondLevel();
}
