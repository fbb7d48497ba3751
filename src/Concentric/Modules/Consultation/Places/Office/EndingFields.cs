using System.ComponentModel.DataAnnotations;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>The day and the reason of an end, as forms have them.</summary>
public sealed class EndingFields
{
    public DateOnly? Day { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    public Ending Ending => new(Day, Reason);
}

/// <summary>A page that ends something: the form asks for the day and the reason.</summary>
public interface IEndingPage
{
    EndingFields End { get; }
}
