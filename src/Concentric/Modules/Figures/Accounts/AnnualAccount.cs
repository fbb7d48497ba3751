using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Rules.Documents;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>The states of an account, in their order.</summary>
public enum AccountState
{
    /// <summary>草稿: the text is written, its numbers still move.</summary>
    Draft,

    /// <summary>数字已冻结: values, definitions and the ledger's size are kept.</summary>
    FiguresFrozen,

    /// <summary>已审核</summary>
    Reviewed,

    /// <summary>已签发: it has a document number and a date.</summary>
    Signed,

    /// <summary>已发布: everybody may read it. It is never changed, only corrected by a new edition.</summary>
    Published,
}

/// <summary>
/// 年度数字报告 (AnnualFiguresReport): a document whose numbers are computed. Freezing keeps them as they stood at one size of the
/// ledger; later facts show as corrections, and a published account is followed by a new edition that says what it corrects.
/// </summary>
public sealed class AnnualAccount : CommitteeEntity
{
    public const int LongestTitle = 200;
    public const int LongestBody = 50_000;
    private readonly List<FrozenFigure> figures = [];

    private AnnualAccount() { }

    [NamesInAudit]
    public int Year { get; private init; }

    /// <summary>1 for the first; each correction adds one.</summary>
    public int Edition { get; private init; } = 1;
    public string TemplateId { get; private init; } = "";
    public int TemplateVersion { get; private init; }

    /// <summary>Liquid, one line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Liquid over the figures, a paragraph a line: numbers stand in it as references.</summary>
    public string Body { get; private set; } = "";
    public AccountState State { get; private set; }

    /// <summary>The edition that this one corrects, and why.</summary>
    public Guid? CorrectsId { get; private init; }
    public string? CorrectionReason { get; private init; }

    /// <summary>The size of the ledger when the figures were frozen: facts from this index on are not in them.</summary>
    public long? FrozenAtIndex { get; private set; }
    public DateTimeOffset? FrozenAt { get; private set; }
    public Guid? FrozenBy { get; private set; }
    public DateTimeOffset? ReviewedAt { get; private set; }
    public Guid? ReviewedBy { get; private set; }

    /// <summary>发文字号: 肃政协发〔2024〕3号</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>成文日期</summary>
    public DateOnly? SignedOn { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public Guid? SignedBy { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedBy { get; private set; }

    /// <summary>Every figure of the catalogue as it was frozen.</summary>
    public IReadOnlyList<FrozenFigure> Figures => figures;

    public bool IsFrozen => State != AccountState.Draft;

    public static AnnualAccount Begin(int year, AccountTemplate template, DateOnly today)
    {
        RefusedException.ThrowIf(WhyNotBegin(year, today));
        return new AnnualAccount
        {
            Year = year,
            TemplateId = template.Id,
            TemplateVersion = template.Version,
            Title = template.Title,
            Body = template.Body,
        };
    }

    public static Refusal? WhyNotBegin(int year, DateOnly today) =>
        year < 1949 || year > today.Year ? new Refusal("YearNotYet", year) : null;

    public Refusal? WhyNotEdit() => State == AccountState.Draft ? null : new Refusal("AccountNotDraft");

    /// <param name="faults">What is wrong with the title and the text as templates.</param>
    public Refusal? WhyNotSave(string title, string body, IReadOnlyList<TemplateFault> faults)
    {
        if (WhyNotEdit() is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(title) || title.Length > LongestTitle || title.Contains('\n', StringComparison.Ordinal))
            return new Refusal("AccountTitleLength", LongestTitle).At(nameof(Title));
        if (string.IsNullOrWhiteSpace(body) || body.Length > LongestBody)
            return new Refusal("AccountBodyLength", LongestBody).At(nameof(Body));
        return faults is [var first, ..] ? first.Refusal.At(nameof(Body)) : null;
    }

    public void Write(string title, string body, IReadOnlyList<TemplateFault> faults)
    {
        RefusedException.ThrowIf(WhyNotSave(title, body, faults));
        Title = title.Trim();
        Body = body.ReplaceLineEndings("\n").Trim();
    }

    public Refusal? WhyNotFreeze() => State == AccountState.Draft ? null : new Refusal("AccountAlreadyFrozen");

    /// <param name="frozen">Every figure of the catalogue, asked at <paramref name="ledgerSize"/>.</param>
    public void Freeze(IEnumerable<FrozenFigure> frozen, long ledgerSize, Guid by, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotFreeze());
        figures.AddRange(frozen);
        (State, FrozenAtIndex, FrozenBy, FrozenAt) = (AccountState.FiguresFrozen, ledgerSize, by, now);
    }

    public Refusal? WhyNotReview() => State == AccountState.FiguresFrozen ? null : new Refusal("AccountNotFrozen");

    public void Review(Guid by, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotReview());
        (State, ReviewedBy, ReviewedAt) = (AccountState.Reviewed, by, now);
    }

    /// <summary>Back to a draft whose numbers move again; not once it is signed.</summary>
    public Refusal? WhyNotReturn() =>
        State is AccountState.FiguresFrozen or AccountState.Reviewed ? null : new Refusal("AccountNotReturnable");

    /// <returns>The frozen figures, which are to be deleted.</returns>
    public IReadOnlyList<FrozenFigure> Return()
    {
        RefusedException.ThrowIf(WhyNotReturn());
        FrozenFigure[] thawed = [.. figures];
        figures.Clear();
        (State, FrozenAtIndex, FrozenBy, FrozenAt) = (AccountState.Draft, null, null, null);
        (ReviewedBy, ReviewedAt) = (null, null);
        return thawed;
    }

    public Refusal? WhyNotSign() => State == AccountState.Reviewed ? null : new Refusal("AccountNotReviewed");

    public Refusal? WhyNotSign(string? documentNumber, DateOnly? signedOn, DateOnly today)
    {
        if (WhyNotSign() is { } refusal)
            return refusal;
        if (documentNumber is null || !DocumentText.IsNumber(documentNumber))
            return new Refusal("DocumentNumberForm").At(nameof(DocumentNumber));
        if (signedOn is not { } day)
            return new Refusal("SignedOnMissing").At(nameof(SignedOn));
        return day > today || day.Year < Year ? new Refusal("SignedOnOutside", Year).At(nameof(SignedOn)) : null;
    }

    public void Sign(string documentNumber, DateOnly signedOn, Guid by, DateTimeOffset now, DateOnly today)
    {
        RefusedException.ThrowIf(WhyNotSign(documentNumber, signedOn, today));
        (State, DocumentNumber, SignedOn) = (AccountState.Signed, documentNumber, signedOn);
        (SignedBy, SignedAt) = (by, now);
    }

    public Refusal? WhyNotPublish() => State == AccountState.Signed ? null : new Refusal("AccountNotSigned");

    public void Publish(Guid by, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotPublish());
        (State, PublishedBy, PublishedAt) = (AccountState.Published, by, now);
    }

    /// <param name="hasLaterEdition">Whether an edition that corrects this one was begun.</param>
    public Refusal? WhyNotCorrect(bool hasLaterEdition) =>
        State is not (AccountState.Signed or AccountState.Published) ? new Refusal("AccountNotSigned")
        : hasLaterEdition ? new Refusal("AccountHasLaterEdition")
        : null;

    public Refusal? WhyNotCorrect(bool hasLaterEdition, string? reason) =>
        WhyNotCorrect(hasLaterEdition)
        ?? (reason is not { Length: >= 4 and <= 500 } ? new Refusal("CorrectionReason").At(nameof(CorrectionReason)) : null);

    /// <summary>更正: a new edition that begins from this one's text and says what it corrects; this one stays as it is.</summary>
    public AnnualAccount Correct(bool hasLaterEdition, string reason)
    {
        RefusedException.ThrowIf(WhyNotCorrect(hasLaterEdition, reason));
        return new AnnualAccount
        {
            Year = Year,
            Edition = Edition + 1,
            TemplateId = TemplateId,
            TemplateVersion = TemplateVersion,
            Title = Title,
            Body = Body,
            CorrectsId = Id,
            CorrectionReason = reason,
        };
    }
}

/// <summary>One figure as an account keeps it.</summary>
public sealed class FrozenFigure : CommitteeEntity
{
    public Guid AccountId { get; private set; }
    public required string FigureId { get; init; }
    public required long Value { get; init; }
    public required string Unit { get; init; }

    /// <summary>场次, in zh-CN.</summary>
    public required string UnitWord { get; init; }

    /// <summary>20余场次, in zh-CN.</summary>
    public required string Text { get; init; }
    public required string Title { get; init; }

    /// <summary>口径 as it was when frozen.</summary>
    public required string Definition { get; init; }
}
