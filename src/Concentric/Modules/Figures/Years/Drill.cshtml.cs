using Microsoft.AspNetCore.Authorization;

namespace Concentric.Modules.Figures.Years;

/// <summary>One figure opened for everybody: dates, places and records, no persons.</summary>
[AllowAnonymous]
public sealed class DrillPage(DrillQuestions ask) : DrillFacePage(ask)
{
    public override bool IsOffice => false;
}
