using Concentric.Rules.Figures;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>An account's text for a page: each number leads to the facts behind it, as of the day it was frozen.</summary>
public sealed record AccountTextView(AccountSheet Sheet, AnnualAccount Account, bool IsOffice)
{
    /// <summary>Where a number opens; null when the figure is not known any more.</summary>
    public string? Address(AccountRun run) =>
        run.FigureId is { } id && Sheet.Figures.ContainsKey(id)
            ? $"{(IsOffice ? "~/office/figures" : "~/figures")}/{Account.Year}/{id}"
                + (Account.FrozenAtIndex is { } size ? $"?asOf={size}" : "")
            : null;
}
