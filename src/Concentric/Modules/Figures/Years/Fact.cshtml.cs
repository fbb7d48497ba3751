using Microsoft.AspNetCore.Authorization;

namespace Concentric.Modules.Figures.Years;

/// <summary>One fact for everybody: what, when, where, and its leaf hash; no person, no reason in somebody's words.</summary>
[AllowAnonymous]
public sealed class FactPage(FactQuestions ask) : FactFacePage(ask)
{
    public override bool IsOffice => false;
}
