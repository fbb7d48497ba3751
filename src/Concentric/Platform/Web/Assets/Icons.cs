using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Concentric.Platform.Web.Assets;

/// <summary>Pictures of the sprite. A page shows a dozen, so those without a label are written once.</summary>
public sealed class Icons(BuiltAssets assets, HtmlEncoder encoder)
{
    private readonly ConcurrentDictionary<string, HtmlString> plain = new(StringComparer.Ordinal);

    /// <summary>An icon of the sprite, hidden from screen readers unless it has a label.</summary>
    public IHtmlContent Svg(string name, string? label = null) =>
        label is null
            ? plain.GetOrAdd(name, key => Draw(key, "aria-hidden=\"true\""))
            : Draw(name, $"role=\"img\" aria-label=\"{encoder.Encode(label)}\"");

    private HtmlString Draw(string name, string meaning) =>
        new(
            $"<svg class=\"icon\" viewBox=\"0 0 24 24\" {meaning}><use href=\"{assets.Href("icons.svg")}#{encoder.Encode(name)}\"></use></svg>"
        );
}
