namespace Concentric.Rules.Documents;

/// <summary>公文 (OfficialDocument): a document in the GB/T 9704-2012 form, without a word of how it is written to a file.</summary>
public sealed record OfficialDocument
{
    /// <summary>发文机关标志 (IssuerMark), for example 政协肃州区委员会文件. Null for a document without a red head.</summary>
    public string? IssuerMark { get; init; }

    /// <summary>发文字号, for example 肃政协发〔2023〕3号.</summary>
    public string? DocumentNumber { get; init; }
    public required string Title { get; init; }

    /// <summary>主送机关, without the colon.</summary>
    public string? MainRecipient { get; init; }
    public required IReadOnlyList<DocumentBlock> Body { get; init; }

    /// <summary>附件说明: the names of the appendices, without punctuation at the end.</summary>
    public IReadOnlyList<string> AttachmentNotes { get; init; } = [];

    /// <summary>署名: who signs.</summary>
    public string? Issuer { get; init; }

    /// <summary>成文日期.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>附注, without its brackets.</summary>
    public string? Note { get; init; }
    public IReadOnlyList<DocumentAttachment> Attachments { get; init; } = [];
    public ImprintBlock? Imprint { get; init; }

    /// <summary>纪要 only: 出席, 请假, 列席 with their names, in this order.</summary>
    public IReadOnlyList<(string Label, string Names)> Present { get; init; } = [];
}

/// <summary>附件: bound with the text, on a page of its own.</summary>
public sealed record DocumentAttachment(string Title, IReadOnlyList<DocumentBlock> Body);

/// <summary>版记 (ImprintBlock): at the foot of the last page.</summary>
/// <param name="CopyRecipients">抄送, without the full stop.</param>
/// <param name="PrintedBy">印发机关.</param>
public sealed record ImprintBlock(string? CopyRecipients, string PrintedBy, DateOnly PrintedOn);

/// <summary>层次: the level of a paragraph. Its number belongs to its text.</summary>
public enum DocumentLevel
{
    /// <summary>正文</summary>
    Text,

    /// <summary>一、 in 黑体</summary>
    First,

    /// <summary>（一） in 楷体</summary>
    Second,

    /// <summary>1. in 仿宋</summary>
    Third,

    /// <summary>（1） in 仿宋</summary>
    Fourth,
}

/// <summary>
/// One paragraph. A heading that ends its first sentence and goes on as text has only that sentence in the level's font.
/// </summary>
/// <param name="Heading">The part in the level's font; empty for plain text.</param>
/// <param name="Text">What follows it in 仿宋.</param>
public sealed record DocumentBlock(DocumentLevel Level, string Heading, string Text)
{
    /// <summary>Stands on one page with what follows: with the next paragraph, or with the signature.</summary>
    public bool StaysWithNext { get; init; }

    public static DocumentBlock Plain(string text) => new(DocumentLevel.Text, "", text);
}
