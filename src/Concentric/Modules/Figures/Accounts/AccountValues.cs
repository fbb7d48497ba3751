using System.Globalization;
using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Figures;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>What a text is filled in with.</summary>
/// <param name="Figures">By id, as they stand or as they were frozen.</param>
public sealed record AccountValues(Committee Committee, int Year, IReadOnlyDictionary<string, FigureWords> Figures)
{
    /// <summary>Values of every kind, to try a text with before there is a year.</summary>
    internal static AccountValues Sample(FigureCatalog catalog) =>
        new(
            new Committee
            {
                Slug = "sample",
                Name = "sample",
                ShortName = "sample",
                EnglishName = "sample",
            },
            2000,
            catalog.All.ToDictionary(
                figure => figure.Id,
                figure => new FigureWords(figure.Id, 0, "0", "0", "0", "0"),
                StringComparer.Ordinal
            )
        );

    internal Dictionary<string, object> Variables() =>
        new(StringComparer.Ordinal)
        {
            ["year"] = Year,
            ["committee"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["name"] = Plain(Committee.Name),
                ["shortName"] = Plain(Committee.ShortName),
            },
            ["brand"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["motto"] = Plain(Committee.Brand.Motto),
                ["partyBuilding"] = Plain(Committee.Brand.PartyBuilding),
                ["consultation"] = Plain(Committee.Brand.Consultation),
                ["reading"] = Plain(Committee.Brand.Reading),
            },
            ["figures"] = Figures.ToDictionary(
                pair => pair.Key,
                pair => (object)pair.Value.ForTemplate(),
                StringComparer.Ordinal
            ),
        };

    private static string Plain(string text) => AccountText.WithoutMarks(text);
}

/// <summary>A figure in the words of an account, which are zh-CN whatever the reader's language.</summary>
/// <param name="Text">20余场次</param>
/// <param name="UnitWord">场次</param>
public sealed record FigureWords(string Id, long Value, string Text, string UnitWord, string Title, string Definition)
{
    /// <summary>What a template may ask of a figure.</summary>
    internal static readonly string[] Parts = ["text", "value", "unit", "title", "definition"];

    internal Dictionary<string, object> ForTemplate() =>
        new(StringComparer.Ordinal)
        {
            ["text"] = AccountText.Marked(Id, Text),
            ["value"] = AccountText.Marked(Id, Value.ToString(CultureInfo.InvariantCulture)),
            ["unit"] = UnitWord,
            ["title"] = Title,
            ["definition"] = Definition,
        };
}

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Line">1 is the first.</param>
/// <param name="Code">The refusal whose sentence tells it.</param>
/// <param name="Detail">The same in English, for logs and the command line.</param>
public sealed record TemplateFault(int Line, string Code, object[] Values, string Detail)
{
    public Refusal Refusal => new(Code, [Line, .. Values]);
}

/// <summary>A text was filled in although it has a fault.</summary>
public sealed class TemplateFaultException(TemplateFault fault) : InvalidOperationException($"line {fault.Line}: {fault.Detail}")
{
    public TemplateFault Fault { get; } = fault;
}
