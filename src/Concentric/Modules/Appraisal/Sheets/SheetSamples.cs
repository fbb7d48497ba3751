using Concentric.Platform;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>样例: the sheets that travel with the product in <c>data/rules</c>, to begin from.</summary>
public sealed class SheetSamples(DataFolder data, SheetReader reader)
{
    private readonly Lazy<IReadOnlyList<SheetSample>> all = new(() =>
        [
            .. data.Files("rules", "*.yaml")
                .Select(path => Read(path, data.ReadText(path), reader))
                .OrderBy(sample => sample.Id != Preferred)
                .ThenBy(sample => sample.Id, StringComparer.Ordinal),
        ]
    );

    /// <summary>The one written for this product stands first; the others follow schemes in use.</summary>
    private const string Preferred = "county-duty-appraisal";

    public IReadOnlyList<SheetSample> All => all.Value;

    public SheetSample? Find(string? id) => All.FirstOrDefault(sample => sample.Id == id);

    private static SheetSample Read(string path, string text, SheetReader reader)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return new(name, reader.Read(text).Sheet?.Title ?? name, text);
    }
}

/// <summary>One sheet to begin from.</summary>
/// <param name="Id">The file's name.</param>
public sealed record SheetSample(string Id, string Title, string Text);
