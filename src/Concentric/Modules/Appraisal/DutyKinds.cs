using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Appraisal;

/// <summary>
/// 履职登记: duties that the responsible office registers and a second person confirms, as long as no module of their own
/// records them. <c>product</c> names the thing that several facts are about; <c>part</c> is sole, first, joint or collective;
/// <c>people</c> counts the authors and <c>position</c> is the place among them; <c>contact</c> is a key of the person who was
/// contacted and names nobody.
/// </summary>
internal static class DutyKinds
{
    internal const string Product = "product";
    internal const string Part = "part";
    internal const string People = "people";
    internal const string Position = "position";
    internal const string Contact = "contact";

    private const string Registered = "a second person confirms what the responsible office registered";
    private static readonly string[] OfAuthors = [Product, Part, People, Position];
    private static readonly string[] OfThing = [Product];
    private static readonly string[] Levels = ["county", "city", "province", "nation"];

    internal static IReadOnlyList<DutyKind> Kinds { get; } =
    [
        new("duty.plenary-half-day", UnitOfCount.HalfDays, [], ["present", "late", "excused", "absent"]),
        new("duty.proposal", UnitOfCount.Matters, OfAuthors, ["submitted", "filed", "to-opinion", "key", "excellent"]),
        new("duty.opinion-item", UnitOfCount.Items, OfAuthors, ["submitted", "checked", .. Levels]),
        new("duty.instruction", UnitOfCount.Pieces, OfThing, Levels),
        new("duty.speech", UnitOfCount.Pieces, OfThing, ["written", "oral"]),
        new("duty.report", UnitOfCount.Copies, OfAuthors, ["submitted", "adopted"]),
        new("duty.council-session", UnitOfCount.PersonTimes, [], ["present"]),
        new("duty.topic", UnitOfCount.Matters, OfThing, ["accepted"]),
        new("duty.follow-up", UnitOfCount.Matters, OfThing, ["done"]),
        new("duty.contact", UnitOfCount.PersonTimes, [Contact], []),
        new("duty.lecture", UnitOfCount.Sessions, [], []),
        new("duty.investment", UnitOfCount.Pieces, OfThing, ["lead", "framework", "contract", "started"]),
        new("duty.charity", UnitOfCount.Times, [], []),
        new("duty.honour", UnitOfCount.Times, OfThing, Levels),
        new("duty.press", UnitOfCount.Pieces, OfThing, Levels),
        new("duty.historical-material", UnitOfCount.Copies, OfAuthors, ["submitted", "adopted"]),
        new("duty.activity", UnitOfCount.PersonTimes, [], ["present", "full", "part", "written"]),
        new("duty.no-show", UnitOfCount.PersonTimes, [], []),
        new("duty.false-record", UnitOfCount.Times, OfThing, []),
        new("duty.plagiarism", UnitOfCount.Times, OfThing, []),
    ];

    internal static IReadOnlyList<FactKind> All { get; } = [.. Kinds.Select(Declare)];

    internal static DutyKind? Find(string? id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    private static FactKind Declare(DutyKind kind) =>
        new(kind.Id, kind.Unit, HasSubject: true, kind.Attributes, Registered) { Steps = kind.Steps };
}

/// <summary>One kind of registered duty: what it counts, which attributes its facts carry, and its steps from low to high.</summary>
/// <param name="Id">The kind of fact that a confirmation records.</param>
/// <param name="Steps">None where the kind has no steps.</param>
internal sealed record DutyKind(string Id, string Unit, IReadOnlyList<string> Attributes, IReadOnlyList<string> Steps)
{
    /// <summary>Whether several facts may be about one thing: a proposal filed in March and excellent in December.</summary>
    public bool HasThing => Attributes.Contains(DutyKinds.Product);

    /// <summary>Whether members have a part in it and a place among the authors.</summary>
    public bool HasAuthors => Attributes.Contains(DutyKinds.Part);

    public bool HasContact => Attributes.Contains(DutyKinds.Contact);

    public bool CountsHalfDays => Unit == UnitOfCount.HalfDays;
}
