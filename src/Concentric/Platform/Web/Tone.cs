namespace Concentric.Platform.Web;

/// <summary>What a colour means. A word always stands beside it.</summary>
public enum Tone
{
    /// <summary>Nothing to do: a draft, an ended thing.</summary>
    Neutral,

    /// <summary>Done, confirmed, published.</summary>
    Ok,

    /// <summary>Under way.</summary>
    Info,

    /// <summary>Somebody must act.</summary>
    Warn,

    /// <summary>Refused, overdue, failed.</summary>
    Danger,
}

/// <summary>The class names of tones in the style sheet.</summary>
public static class ToneExtensions
{
    public static string Css(this Tone tone) =>
        tone switch
        {
            Tone.Ok => "ok",
            Tone.Info => "info",
            Tone.Warn => "warn",
            Tone.Danger => "danger",
            _ => "neutral",
        };

    internal static string Icon(this Tone tone) =>
        tone switch
        {
            Tone.Ok => "circle-check",
            Tone.Warn => "alert-triangle",
            Tone.Danger => "circle-x",
            _ => "info-circle",
        };
}
