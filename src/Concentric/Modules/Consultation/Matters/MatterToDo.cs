using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>What is to be done to a matter next and by when, in one sentence: the first line of a message about it.</summary>
public sealed class MatterToDo(MatterStory story, DisplayFormat format, IStringLocalizer<ConsultationTexts> text)
{
    /// <summary>For those in the office whose turn it is.</summary>
    /// <param name="matter">After the deed.</param>
    /// <param name="verb">What was done.</param>
    public string ForOffice(Matter matter, MatterVerb verb) =>
        verb switch
        {
            MatterVerb.AskExtension => text["MatterToDo.AskExtension"],
            MatterVerb.Return when matter.State != MatterState.Submitted => text["MatterToDo.Returned"],
            MatterVerb.AddWords when matter.IsEnded => text["MatterToDo.Added.AtEnd"],
            MatterVerb.AddWords => text["MatterToDo.Added"],
            _ => text[$"MatterToDo.{matter.State}", By(matter.DueOn)],
        };

    /// <summary>For the people of a unit that has it.</summary>
    public string ForUnit(MatterAssignment assignment) => text[$"MatterToDo.Unit.{assignment.State}", By(assignment.DueOn)];

    /// <summary>For the member who brought it in: the same as a submitter reads when following it.</summary>
    public string ForMember(Matter matter) => story.NextOf(matter);

    private string By(DateOnly? day) => day is { } due ? text["MatterToDo.By", format.Date(due)] : text["MatterToDo.Soon"];
}
