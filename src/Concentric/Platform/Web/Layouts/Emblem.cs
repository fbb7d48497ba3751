namespace Concentric.Platform.Web.Layouts;

/// <summary>同心圆: the sign of the house, two open rings around one centre.</summary>
public static class Emblem
{
    public const string Svg = """
        <svg class="emblem" viewBox="0 0 48 48" fill="none" stroke="currentColor" aria-hidden="true"><circle cx="24" cy="24" r="21.5" stroke-width="2.5" stroke-dasharray="101.3 33.8" stroke-linecap="round" transform="rotate(-45 24 24)" /><circle cx="24" cy="24" r="13.5" stroke-width="2.5" stroke-dasharray="63.6 21.2" stroke-linecap="round" transform="rotate(135 24 24)" /><circle cx="24" cy="24" r="5.5" fill="currentColor" stroke="none" /></svg>
        """;
}
