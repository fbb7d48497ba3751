using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>A page with the fields of a meeting's decision.</summary>
public interface IDecisionFormPage
{
    DecisionForm Form { get; }

    IReadOnlyList<SelectListItem> Meetings { get; }
}
