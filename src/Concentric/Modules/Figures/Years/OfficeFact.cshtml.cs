using Concentric.Platform.Identity;

namespace Concentric.Modules.Figures.Years;

/// <summary>One fact for the office: also whom it is about, who recorded it and why it was taken back.</summary>
[RequirePermission(FigurePermissions.Read)]
public sealed class OfficeFactPage(FactQuestions ask) : FactFacePage(ask)
{
    public override bool IsOffice => true;
}
