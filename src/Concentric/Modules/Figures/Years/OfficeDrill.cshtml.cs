using Concentric.Platform.Identity;

namespace Concentric.Modules.Figures.Years;

/// <summary>One figure opened for the office, which sees whom each fact is about.</summary>
[RequirePermission(FigurePermissions.Read)]
public sealed class OfficeDrillPage(DrillQuestions ask) : DrillFacePage(ask)
{
    public override bool IsOffice => true;
}
