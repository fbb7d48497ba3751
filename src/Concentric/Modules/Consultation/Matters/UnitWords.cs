using Concentric.Modules.Consultation.Matters.Intake;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// A matter in the words that a handling unit reads, on its pages and in its messages: the public ones once there are some. Before that
/// its first words may name people, and a unit needs to know what is to be done, not who asks for it.
/// </summary>
public sealed class UnitWords(PersonalWords personal, MatterLists lists, IStringLocalizer<ConsultationTexts> text)
{
    private const string Hidden = "●●●";

    public string TitleOf(Matter matter) => TitleOf(matter.PublicTitle, matter.Topic, matter.FullNumber);

    /// <summary>The cleared title; without one, what sort of thing it is and its number.</summary>
    public string TitleOf(string? publicTitle, string topic, string? number) =>
        publicTitle ?? text["Matter.TitleForUnits", MatterLists.NameOf(lists.Topics, topic), number ?? ""].Value.Trim();

    /// <summary>What was told, without what tells who somebody is; the public words where there are some.</summary>
    public string ToldOf(Matter matter) => matter.PublicText ?? WithoutTraces(matter.Text);

    /// <summary>Where the matter is: whoever settles it must find it. Who asked for it is none of the way there.</summary>
    public string SpotOf(Matter matter) => matter.Locality is { } spot ? WithoutTraces(spot) : "";

    private string WithoutTraces(string told)
    {
        foreach (var mark in personal.Find(told).Reverse())
            told = string.Concat(told.AsSpan(0, mark.Start), Hidden, told.AsSpan(mark.Start + mark.Length));
        return told;
    }
}
