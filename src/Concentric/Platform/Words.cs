using Microsoft.Extensions.Localization;

namespace Concentric.Platform;

/// <summary>The texts of both languages.</summary>
internal static class TextServices
{
    internal static IServiceCollection AddTexts(this IServiceCollection services) =>
        services.AddSingleton<IStringLocalizerFactory, PluralLocalizerFactory>().AddLocalization();
}

/// <summary>Finds a word by its key in the platform's texts or in any module's: refusals, permissions, units, menu entries.</summary>
public sealed class Words(IStringLocalizerFactory factory, ModuleCatalog modules)
{
    private readonly IReadOnlyList<IStringLocalizer> books =
    [
        factory.Create(typeof(Texts)),
        factory.Create(typeof(Web.WebTexts)),
        .. modules.All.Select(module => factory.Create(module.Texts)),
    ];

    /// <summary>The sentence for a key, with its values; the key itself if no book has it (a test forbids that).</summary>
    public string this[string key, params object[] values]
    {
        get
        {
            foreach (var book in books)
            {
                var found = values.Length == 0 ? book[key] : book[key, values];
                if (!found.ResourceNotFound)
                    return found.Value;
            }

            return key;
        }
    }

    public bool Has(string key) => books.Any(book => !book[key].ResourceNotFound);

    /// <summary>Why not, in the reader's language.</summary>
    public string Of(Refusal refusal) => this["Refusal." + refusal.Code, refusal.Values];

    /// <summary>The word for a unit of count, as it stands after a number, or by itself.</summary>
    public string Unit(string unit, decimal? count = null) => this["Unit." + unit, count ?? 0];
}
