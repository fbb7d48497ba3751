using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>协商纪要 (ConsultationMinutes): drafted from what the session recorded, edited, and signed once.</summary>
[ShownToPublic]
public sealed class SessionMinutes : CommitteeEntity
{
    public const int LongestText = 20_000;
    public const int LongestNumber = 50;

    private SessionMinutes() { }

    public Guid SessionId { get; private set; }

    /// <summary>One paragraph a line; a line that begins as an official document's headings do is one.</summary>
    public string Text { get; private set; } = "";

    /// <summary>编号, in words.</summary>
    public string? Number { get; private set; }
    public DateTimeOffset DraftedAt { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>成文日期</summary>
    public DateOnly? SignedOn { get; private set; }
    public string? SignedByName { get; private set; }

    public bool IsSigned => SignedAt is not null;

    internal static SessionMinutes Of(string text, DateTimeOffset now) => new() { Text = text, DraftedAt = now };

    internal void Take(string text, string? number) =>
        (Text, Number) = (
            text.Trim().Replace("\r", "", StringComparison.Ordinal),
            number?.Trim() is { Length: > 0 } own ? own : null
        );

    internal void Redraft(string text, DateTimeOffset now) => (Text, DraftedAt) = (text, now);

    internal void Sign(DateOnly today, Doer doer) => (SignedAt, SignedOn, SignedByName) = (doer.Now, today, doer.Name);
}

public sealed partial class CouncilSession
{
    public Refusal? WhyNotDraftMinutes() =>
        WhyNotMove(SessionVerb.DraftMinutes) ?? (Minutes?.IsSigned == true ? new Refusal("SessionMinutesSigned") : null);

    /// <summary>Drafts the minutes; a draft that is there already is written anew.</summary>
    public void DraftMinutes(string text, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotDraftMinutes());
        if (Minutes is { } minutes)
            minutes.Redraft(text, doer.Now);
        else
            Minutes = SessionMinutes.Of(text, doer.Now);
        Leave(SessionVerb.DraftMinutes, doer, words: null);
    }

    public Refusal? WhyNotEditMinutes() =>
        WhyNotMove(SessionVerb.EditMinutes)
        ?? (Minutes is null ? new Refusal("SessionMinutesNotDrafted") : null)
        ?? (Minutes!.IsSigned ? new Refusal("SessionMinutesSigned") : null);

    public void EditMinutes(string? text, string? number, Doer doer)
    {
        var refusal =
            string.IsNullOrWhiteSpace(text) ? new Refusal("SessionMinutesMissing").At("Text")
            : text.Trim().Length > SessionMinutes.LongestText
                ? new Refusal("TooLong", SessionMinutes.LongestText, text.Trim().Length).At("Text")
            : number?.Trim().Length > SessionMinutes.LongestNumber
                ? new Refusal("TooLong", SessionMinutes.LongestNumber, number.Trim().Length).At("Number")
            : null;
        RefusedException.ThrowIf(WhyNotEditMinutes() ?? refusal);
        Minutes!.Take(text!, number);
        Leave(SessionVerb.EditMinutes, doer, words: null);
    }

    public Refusal? WhyNotSignMinutes() =>
        WhyNotMove(SessionVerb.SignMinutes) is { } refusal ? refusal
        : Minutes is null ? new Refusal("SessionMinutesNotDrafted")
        : Minutes.IsSigned ? new Refusal("SessionMinutesSigned")
        : null;

    public void SignMinutes(DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotSignMinutes());
        Minutes!.Sign(today, doer);
        Leave(SessionVerb.SignMinutes, doer, words: null);
    }
}
