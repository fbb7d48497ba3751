using System.ComponentModel.DataAnnotations;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>A question as the form has it.</summary>
public sealed class QuestionFields
{
    public string? Title { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Introduction { get; set; }
    public DateOnly? OpensOn { get; set; }
    public DateOnly? ClosesOn { get; set; }
    public bool TakesStatements { get; set; } = true;
    public Guid? ModeratorId { get; set; }

    /// <param name="moderators">Who can be named.</param>
    public QuestionDetails Details(IReadOnlyList<(Guid Id, string Name)> moderators)
    {
        var named = moderators.FirstOrDefault(one => one.Id == ModeratorId);
        return new QuestionDetails
        {
            Title = Title,
            Introduction = Introduction?.Replace("\r", "", StringComparison.Ordinal),
            OpensOn = OpensOn,
            ClosesOn = ClosesOn,
            TakesStatements = TakesStatements,
            ModeratorId = named.Name is null ? null : named.Id,
            ModeratorName = named.Name,
        };
    }

    public static QuestionFields Of(OpinionQuestion question) =>
        new()
        {
            Title = question.Title,
            Introduction = question.Introduction,
            OpensOn = question.OpensOn,
            ClosesOn = question.ClosesOn,
            TakesStatements = question.TakesStatements,
            ModeratorId = question.ModeratorId,
        };
}
