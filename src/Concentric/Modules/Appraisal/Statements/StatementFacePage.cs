using Concentric.Modules.Appraisal.Objections;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Documents;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>Everything the page of one statement needs.</summary>
public sealed record StatementQuestions(
    SheetShelf Shelf,
    MemberStatements Statements,
    StatementFacts Facts,
    StatementDocument Document,
    StatementWording Wording,
    ObjectionViews Objections,
    ResultsOfPerson Results,
    StatementField Field,
    ConsequencesOfResult Consequences,
    SheetWording Rules,
    RunningYear Running
);

/// <summary>A member's year: grade, categories, every fact that counted and every one that did not, and why.</summary>
public abstract class StatementFacePage(StatementQuestions ask) : AppPage
{
    public abstract bool IsOffice { get; }

    public int Year { get; private set; }

    public SheetEdition Edition { get; private set; } = null!;

    public RuleSheet Sheet { get; private set; } = null!;

    public MemberStatement Member { get; private set; } = null!;

    public Statement Statement => Member.Statement;

    public StatementWording Wording => ask.Wording;

    public StatementField Field => ask.Field;

    /// <summary>Whether only the reader's own field is shown: no total, no grade, no document.</summary>
    public bool IsOwnField => IsOffice && !ask.Field.IsWhole;

    private Dictionary<string, IReadOnlyList<SheetLine>> Rules { get; set; } = [];

    /// <summary>What the sheet says about an item, in words: each point has its rule beside it.</summary>
    public IReadOnlyList<SheetLine> RuleOf(RuleItem item) => Rules.GetValueOrDefault(item.Id, []);

    /// <summary>The frozen result with its corrections, and its cycle; none before the year is approved.</summary>
    public PersonResult? Frozen { get; private set; }

    /// <summary>What the sheet says follows the approved grade; nothing before the year is approved.</summary>
    public IReadOnlyList<GradeConsequence> Consequences { get; private set; } = [];

    /// <summary>The last day of the facts that are shown; none for the whole year.</summary>
    public DateOnly? Until { get; private set; }

    private IReadOnlyDictionary<Guid, FactOrigin> Origins { get; set; } = new Dictionary<Guid, FactOrigin>();

    /// <summary>Objections to lines of this statement, the latest of each fact.</summary>
    private IReadOnlyDictionary<Guid, ObjectionRow> Objections { get; set; } = new Dictionary<Guid, ObjectionRow>();

    /// <summary>Whether the reader may object to lines of this statement now.</summary>
    public virtual bool MayObject => false;

    public ObjectionRow? ObjectionTo(DutyFact fact) => Objections.GetValueOrDefault(fact.Id);

    public FactOrigin? OriginOf(DutyFact fact) => Origins.GetValueOrDefault(fact.Id);

    /// <summary>The page of the fact itself, for those who work in the office.</summary>
    public string? FactPath(DutyFact fact) =>
        IsOffice && OriginOf(fact) is { } origin ? FormattableString.Invariant($"~/office/facts/{origin.Index}") : null;

    /// <summary>Items of a category that gave something or could have: those with lines first stay in the sheet's order.</summary>
    public static IEnumerable<ItemScore> Shown(IEnumerable<ItemScore> items) => items.Where(item => item.Lines.Count > 0);

    /// <summary>False when there is no sheet for the year or the person held no seat in its span.</summary>
    /// <param name="until">Facts after this day are left out.</param>
    protected async Task<bool> LoadAsync(int year, Guid personId, CancellationToken cancellation, DateOnly? until = null)
    {
        (Year, Until) = (year, until);
        if (await ask.Shelf.OfYearAsync(year, cancellation) is not { } edition)
            return false;
        (Edition, Sheet) = (edition, ask.Shelf.SoundSheetOf(edition));
        if (await ask.Statements.OfPersonAsync(Sheet, personId, cancellation, until) is not { } member)
            return false;
        Member = member;
        Rules = ask
            .Rules.Tell(Sheet)
            .Where(area => area.Key is SheetArea.Item or SheetArea.Bonus or SheetArea.Deduction)
            .SelectMany(area => area)
            .ToDictionary(told => told.Part.Id, told => told.Lines, StringComparer.Ordinal);
        Frozen = until is null ? await ask.Results.OfYearAsync(year, personId, cancellation) : null;
        if (Frozen is null && (until is not null || await ask.Running.IsRunningAsync(Sheet, year, cancellation)))
            Member = member with { Statement = member.Statement.ToDate() };
        if (Frozen is { } frozen && !IsOwnField)
            Consequences = await ask.Consequences.OfAsync(Sheet, frozen, cancellation);
        Objections = await ask.Objections.ToLinesAsync(year, personId, cancellation);
        Origins = await ask.Facts.OfAsync(member.Statement, IsOffice, cancellation);
        return true;
    }

    /// <summary>The statement as .docx, when the address asks for it.</summary>
    protected FileContentResult? AsDocument() =>
        Request.Query["format"] == "docx" && !IsOwnField
            ? File(
                ask.Document.Write(
                    new StatementPaper(Year, Sheet, Member, Origins)
                    {
                        Frozen = Frozen,
                        Consequences = Consequences,
                        Until = Until,
                    }
                ),
                OfficialDocumentWriter.ContentType,
                FormattableString.Invariant($"statement-{Year}.docx")
            )
            : null;
}
