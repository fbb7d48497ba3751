using System.Globalization;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Audit;

/// <summary>
/// Finds the words that the trail needs where the house has them already: a field's label and a state's name in the book of the module
/// that the record belongs to, an address by its entry in the menu. What has no word keeps its technical one.
/// </summary>
public sealed class AuditVocabulary(
    AppDb db,
    ModuleCatalog modules,
    IStringLocalizerFactory books,
    IStringLocalizer<AdministrationTexts> text,
    Words words,
    RoleCatalog roles,
    DisplayFormat format
)
{
    /// <summary>Under what modules keep the words of their acts and pages.</summary>
    private static readonly string[] Acts =
    [
        "Do.",
        "Tab.",
        "Verb.",
        "MatterVerb.",
        "SessionVerb.",
        "PlaceVerb.",
        "DutyVerb.",
        "CycleVerb.",
    ];

    /// <summary>What stands for nothing.</summary>
    private const string None = "∅";

    /// <summary>The name of a kind of record.</summary>
    internal string Kind(string type) => words["Record." + type];

    /// <summary>What a record is called: a role by its title, everything else as it was written.</summary>
    internal string Name(string type, string name) => type == nameof(AccountRole) ? roles.TitleOf(name) : name;

    /// <summary>The label of a field.</summary>
    internal string Field(string type, string field) =>
        (type == nameof(Committee) ? Find(text, "Settings." + field) : null)
        ?? Find(BookOf(EntityOf(type)?.ClrType), $"{type}.{field}", $"{type}s.{field}", "Field." + field, field)
        ?? Find(text, "Field." + field)
        ?? field;

    /// <summary>A value as people say it: the name of a state, a day, a moment in the committee's time.</summary>
    internal string Value(string type, string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return None;
        if (EntityOf(type) is not { } entity || TypeOf(entity, field) is not { } kind)
            return value;
        if (kind.IsEnum)
            return WordOf(kind, field, value, BookOf(entity.ClrType)) ?? value;
        if (kind == typeof(bool))
            return format.YesNo(value == bool.TrueString);
        if (kind == typeof(DateOnly) && DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day))
            return DisplayFormat.ShortDate(day);
        if (kind == typeof(DateTimeOffset) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var moment))
            return moment == default ? None : format.ShortDateTime(moment);
        return value;
    }

    /// <summary>Whether a field keeps the account that did it, which the entry names already.</summary>
    internal bool IsDoer(string type, string field) =>
        field.EndsWith("By", StringComparison.Ordinal) && EntityOf(type) is { } entity && TypeOf(entity, field) == typeof(Guid);

    /// <summary>An address below the committee, and the act on its page: “meetings · notice · publish”.</summary>
    /// <param name="route">As it is declared: <c>office/meetings/{id:guid}/notice</c>.</param>
    /// <param name="act">The page's handler, if it has several.</param>
    internal string Place(string route, string? act)
    {
        var found = modules
            .All.SelectMany(module => module.Menu, (module, entry) => new { module.Texts, Entry = entry })
            .Where(pair => ("/" + route + "/").StartsWith(pair.Entry.Path + "/", StringComparison.Ordinal))
            .MaxBy(pair => pair.Entry.Path.Length);
        var book = found is null ? text : books.Create(found.Texts);
        var rest = found is null ? route : route[(found.Entry.Path.Length - 1)..];
        var parts = rest.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part[0] != '{')
            .Append(act)
            .OfType<string>()
            .Select(part => Step(part, book));
        return string.Join(" · ", found is null ? parts : parts.Prepend(words[found.Entry.TextKey]));
    }

    private string Step(string part, IStringLocalizer book)
    {
        var name = string.Concat(part.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return Find(book, [.. Acts.Select(prefix => prefix + name)]) ?? Find(text, "Route." + name) ?? part;
    }

    /// <summary>The modules name the words of an enum by its type, or by the last word of the type where their book has only one such.</summary>
    private string? WordOf(Type kind, string field, string value, IStringLocalizer book)
    {
        var key = $"{kind.Name}.{value}";
        var last = kind.Name.Length - 1;
        while (last > 0 && !char.IsUpper(kind.Name[last]))
            last--;
        return Find(book, key, $"{kind.Name[last..]}.{value}", $"{field}.{value}") ?? (words.Has(key) ? words[key] : null);
    }

    private IEntityType? EntityOf(string type) => db.Model.GetEntityTypes().FirstOrDefault(entity => entity.ShortName() == type);

    private static Type? TypeOf(IEntityType entity, string field)
    {
        var property =
            entity.FindProperty(field)
            ?? entity
                .GetComplexProperties()
                .Select(part => part.ComplexType.FindProperty(field))
                .FirstOrDefault(found => found is not null);
        return property is null ? null : Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
    }

    /// <summary>The book of the module that a type belongs to; what belongs to the platform is described here.</summary>
    private IStringLocalizer BookOf(Type? type) =>
        modules.All.FirstOrDefault(module =>
            type?.Namespace is { } space && (space + ".").StartsWith(module.Texts.Namespace + ".", StringComparison.Ordinal)
        )
            is { } owner
            ? books.Create(owner.Texts)
            : text;

    /// <summary>The first of these that the book has as a plain word: a sentence with slots is none.</summary>
    private static string? Find(IStringLocalizer book, params string[] keys) =>
        keys.Select(key => book[key])
            .FirstOrDefault(found => !found.ResourceNotFound && !found.Value.Contains('{', StringComparison.Ordinal))
            ?.Value;
}
