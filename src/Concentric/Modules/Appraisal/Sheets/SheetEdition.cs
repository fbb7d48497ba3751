using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>The states of a rule sheet's edition, in their order.</summary>
public enum SheetState
{
    /// <summary>草稿: it may be rewritten and tried, and judges nobody.</summary>
    Draft,

    /// <summary>施行: it judges the facts of its span and is never changed.</summary>
    InForce,

    /// <summary>已被替代: a later edition judges its span; the text stays readable.</summary>
    Superseded,
}

/// <summary>
/// 评价细则的一个版本: a rule sheet's text as the committee keeps it. A draft may hold mistakes; what is published is sound, its worked
/// examples compute as written, and a change after that is a new edition.
/// </summary>
public sealed class SheetEdition : CommitteeEntity
{
    public const int LongestText = SheetReader.LargestSheet;
    public const int LongestKey = 60;
    public const int LongestNumber = 20;
    public const int LongestTitle = 200;

    private SheetEdition() { }

    /// <summary>The sheet's own identifier, shared by its editions; empty while a draft has none.</summary>
    public string SheetKey { get; private set; } = "";

    /// <summary>The sheet's own version, 2026.1.</summary>
    public string Number { get; private set; } = "";

    [NamesInAudit]
    public string Title { get; private set; } = "";

    /// <summary>First and last day of the facts that it judges; empty days while a draft does not say.</summary>
    public DateOnly FromDay { get; private set; }
    public DateOnly ToDay { get; private set; }

    /// <summary>YAML, as it was written.</summary>
    public string Text { get; private set; } = "";
    public SheetState State { get; private set; }

    /// <summary>The year that it judges while in force, the one in which its span ends: there is one sheet in force for a year.</summary>
    public int? YearInForce { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedBy { get; private set; }

    /// <summary>The edition that took its place, and when.</summary>
    public Guid? SupersededById { get; private set; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The name of a download.</summary>
    public string FileName =>
        string.Concat($"{(SheetKey.Length > 0 ? SheetKey : "sheet")}-{Number}".Select(letter => IsPlain(letter) ? letter : '-'))
        + ".yaml";

    /// <summary>The title; <paramref name="untitled"/> while a draft has none.</summary>
    public string TitleOr(string untitled) => Title.Length > 0 ? Title : untitled;

    public static Refusal? WhyNotKeep(string text) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("RuleSheetEmpty").At(nameof(Text))
        : System.Text.Encoding.UTF8.GetByteCount(text) > LongestText
            ? new Refusal("RuleSheetTooLarge", LongestText / 1024).At(nameof(Text))
        : null;

    /// <param name="reading">What the reader made of <paramref name="text"/>; it may have problems.</param>
    public static SheetEdition Begin(string text, SheetReading reading)
    {
        RefusedException.ThrowIf(WhyNotKeep(text));
        var edition = new SheetEdition();
        edition.Take(text, reading);
        return edition;
    }

    public Refusal? WhyNotRewrite() => State == SheetState.Draft ? null : new Refusal("SheetNotDraft");

    public void Rewrite(string text, SheetReading reading)
    {
        RefusedException.ThrowIf(WhyNotRewrite() ?? WhyNotKeep(text));
        Take(text, reading);
    }

    public Refusal? WhyNotDrop() => State == SheetState.Draft ? null : new Refusal("SheetNotDraft");

    /// <param name="reading">What the reader makes of the text now.</param>
    /// <param name="published">The editions that judge facts now, and those that did.</param>
    /// <param name="takesPlace">Whether the publisher said that it takes the place of those whose span it touches.</param>
    public Refusal? WhyNotPublish(SheetReading reading, IReadOnlyCollection<SheetEdition> published, bool takesPlace)
    {
        if (State != SheetState.Draft)
            return new Refusal("SheetNotDraft");
        if (!reading.IsSound)
            return new Refusal("SheetUnsound", reading.Problems.Count, reading.Differences.Count);
        if (published.Any(other => other.SheetKey == SheetKey && other.Number == Number))
            return new Refusal("SheetNumberTaken", Number);
        return !takesPlace && published.FirstOrDefault(Displaces) is { } other
            ? new Refusal("SheetSpanTaken", other.Title, other.Number)
            : null;
    }

    public void Publish(
        SheetReading reading,
        IReadOnlyCollection<SheetEdition> published,
        bool takesPlace,
        Guid by,
        DateTimeOffset now
    )
    {
        RefusedException.ThrowIf(WhyNotPublish(reading, published, takesPlace));
        foreach (var other in published.Where(Displaces))
            (other.State, other.YearInForce, other.SupersededById, other.SupersededAt) = (SheetState.Superseded, null, Id, now);
        (State, YearInForce, PublishedBy, PublishedAt) = (SheetState.InForce, ToDay.Year, by, now);
    }

    /// <summary>Whether the other one would no longer judge anything once this one is published.</summary>
    public bool Displaces(SheetEdition other) => other.State == SheetState.InForce && Touches(other);

    /// <summary>Whether it judges some of the same days, or the same year.</summary>
    public bool Touches(SheetEdition other) =>
        (FromDay <= other.ToDay && other.FromDay <= ToDay) || ToDay.Year == other.ToDay.Year;

    private void Take(string text, SheetReading reading)
    {
        Text = text.ReplaceLineEndings("\n");
        if (reading.Sheet is not { } sheet)
            return;
        (SheetKey, Number, Title) = (
            Cut(sheet.Id, LongestKey),
            Cut(sheet.Version, LongestNumber),
            Cut(sheet.Title, LongestTitle)
        );
        (FromDay, ToDay) = (sheet.From, sheet.To);
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.';

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
