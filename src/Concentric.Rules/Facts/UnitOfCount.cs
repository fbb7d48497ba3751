namespace Concentric.Rules.Facts;

/// <summary>
/// 场次/人次/件/条 … (UnitOfCount): what a number counts. A figure stores its unit; units are never mixed or converted.
/// The words shown for a unit are in the resource files under <c>Unit.{id}</c>.
/// </summary>
public static class UnitOfCount
{
    /// <summary>次: one time.</summary>
    public const string Times = "times";

    /// <summary>场次: one session held.</summary>
    public const string Sessions = "sessions";

    /// <summary>人次: one person present once.</summary>
    public const string PersonTimes = "person-times";

    /// <summary>名: one person, counted once.</summary>
    public const string Persons = "persons";

    /// <summary>件: one matter or proposal.</summary>
    public const string Matters = "matters";

    /// <summary>条: one item of information.</summary>
    public const string Items = "items";

    /// <summary>个: one thing.</summary>
    public const string Pieces = "pieces";

    /// <summary>个: one place.</summary>
    public const string Places = "places";

    /// <summary>份: one paper.</summary>
    public const string Copies = "copies";

    /// <summary>半天: half a day.</summary>
    public const string HalfDays = "half-days";

    /// <summary>天: one calendar day.</summary>
    public const string Days = "days";

    public static IReadOnlyList<string> All { get; } =
    [Times, Sessions, PersonTimes, Persons, Matters, Items, Pieces, Places, Copies, HalfDays, Days];
}
