using Microsoft.AspNetCore.Authorization;

namespace Concentric.Modules.Figures.Years;

/// <summary>The year's figures for everybody.</summary>
[AllowAnonymous]
public sealed class YearPage(YearQuestions ask) : YearFacePage(ask)
{
    public override bool IsOffice => false;
}
