using Concentric.Platform.Web;
using Concentric.Platform.Web.Home;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Figures.Years;

/// <summary>The newest year that is open to everybody, on the public home page.</summary>
internal sealed class FiguresAtHome(FigureYears years, FiguresApi figures, IStringLocalizer<FiguresTexts> text) : IHomeFigures
{
    private const int Most = 8;

    public async Task<HomeFigures?> TellAsync(CancellationToken cancellation)
    {
        if (await years.OpenAsync(cancellation) is not [var year, ..])
            return null;
        var shown = (await figures.OfYearAsync(year, cancellation))
            .Where(figure => figure.IsHeadline && figure.Value > 0)
            .Take(Most)
            .Select(figure => new HomeFigure(
                figure.Title,
                DisplayFormat.Number(figure.Value),
                figure.UnitWord,
                $"/figures/{year}/{figure.Id}"
            ));
        return new HomeFigures(text["Year.Title", year], $"/figures/{year}", [.. shown]);
    }
}
