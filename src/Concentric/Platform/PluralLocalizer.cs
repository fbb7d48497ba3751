using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Concentric.Platform;

/// <summary>
/// Texts in which a word follows a number: <c>{0} {0:picture|pictures}</c>. Chinese has no plural, so only English texts do so.
/// </summary>
internal sealed class PluralLocalizerFactory(IOptions<LocalizationOptions> options, ILoggerFactory loggers)
    : ResourceManagerStringLocalizerFactory(options, loggers)
{
    private readonly ResourceNamesCache names = new();
    private readonly ILoggerFactory loggers = loggers;

    protected override ResourceManagerStringLocalizer CreateResourceManagerStringLocalizer(Assembly assembly, string baseName) =>
        new PluralLocalizer(assembly, baseName, names, loggers.CreateLogger<ResourceManagerStringLocalizer>());

    private sealed class PluralLocalizer(Assembly assembly, string baseName, ResourceNamesCache names, ILogger logger)
        : ResourceManagerStringLocalizer(new ResourceManager(baseName, assembly), assembly, baseName, names, logger)
    {
        public override LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var found = this[name];
                return found.ResourceNotFound
                    ? base[name, arguments]
                    : new LocalizedString(
                        name,
                        string.Format(PluralFormat.Of(CultureInfo.CurrentCulture), found.Value, arguments)
                    );
            }
        }
    }
}

/// <summary>Formats as the culture does, and chooses between the singular and the plural where a format names both.</summary>
internal sealed class PluralFormat : IFormatProvider, ICustomFormatter
{
    private readonly CultureInfo culture;

    private PluralFormat(CultureInfo culture) => this.culture = culture;

    internal static PluralFormat Of(CultureInfo culture) => new(culture);

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.IndexOf('|', StringComparison.Ordinal) is { } at and >= 0)
            return IsOne(arg) ? format[..at] : format[(at + 1)..];
        return arg is IFormattable formattable ? formattable.ToString(format, culture) : arg?.ToString() ?? "";
    }

    /// <summary>A number may come as it is shown, for example 1,026.</summary>
    private bool IsOne(object? value) =>
        value switch
        {
            string shown => shown == "1",
            IConvertible number => number.ToDecimal(culture) == 1,
            _ => false,
        };
}
