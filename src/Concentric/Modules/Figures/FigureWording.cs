using Concentric.Modules.Figures.Accounts;
using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Rules.Figures;

namespace Concentric.Modules.Figures;

/// <summary>How figures are told to people: the one place where a number meets its 余 and its unit.</summary>
public sealed class FigureWording(Words words)
{
    /// <summary>20余场次 · more than 20 sessions</summary>
    public string Text(Figure figure) => Text(figure.Approximate, figure.Definition.Unit);

    public string Text(ApproximateFigure number, string unit) =>
        words[number.Exceeds ? "Figure.MoreThan" : "Figure.Exactly", number.Base, words.Unit(unit, number.Base)];

    public string Unit(string unit, long? count = null) => words.Unit(unit, count);

    /// <summary>The exact number with its unit: 23场次.</summary>
    public string Exact(long value, string unit) => words["Figure.Exactly", value, words.Unit(unit, value)];

    /// <summary>The figure in the words of an account, in the language of the thread.</summary>
    internal FigureWords InAccount(Figure figure) =>
        new(
            figure.Definition.Id,
            figure.Value,
            Text(figure),
            words.Unit(figure.Definition.Unit),
            figure.Definition.Title,
            figure.Definition.Definition
        );

    public string Title(FigureDefinition figure) => Language.IsEnglish ? figure.TitleEn : figure.Title;

    public string Definition(FigureDefinition figure) => Language.IsEnglish ? figure.DefinitionEn : figure.Definition;
}
