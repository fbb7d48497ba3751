using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Appraisal;

/// <summary>
/// 履职登记: duties that the responsible office registers and a second person confirms, as long as no module of their own
/// records them. <c>product</c> names the thing that several facts are about; <c>part</c> is sole, first or joint; <c>people</c>
/// counts the authors and <c>position</c> is the place among them.
/// </summary>
internal static class DutyKinds
{
    private const string Registered = "a second person confirms what the responsible office registered";
    private static readonly string[] Authors = ["product", "part", "people", "position"];
    private static readonly string[] Product = ["product"];

    internal static IReadOnlyList<FactKind> All { get; } =
    [
        Kind("duty.plenary-half-day", UnitOfCount.HalfDays, [], "present, late, excused, absent"),
        Kind("duty.proposal", UnitOfCount.Matters, Authors, "submitted, filed, to-opinion, key, excellent"),
        Kind("duty.opinion-item", UnitOfCount.Items, Authors, "submitted, checked, county, city, province, nation"),
        Kind("duty.instruction", UnitOfCount.Pieces, Product, "county, city, province, nation"),
        Kind("duty.speech", UnitOfCount.Pieces, Product, "written, oral"),
        Kind("duty.report", UnitOfCount.Copies, Authors, "submitted, adopted"),
        Kind("duty.council-session", UnitOfCount.PersonTimes, [], "present"),
        Kind("duty.topic", UnitOfCount.Matters, Product, "accepted"),
        Kind("duty.follow-up", UnitOfCount.Matters, Product, "done"),
        Kind("duty.contact", UnitOfCount.PersonTimes, ["contact"], "none"),
        Kind("duty.lecture", UnitOfCount.Sessions, [], "none"),
        Kind("duty.investment", UnitOfCount.Pieces, Product, "lead, framework, contract, started"),
        Kind("duty.charity", UnitOfCount.Times, [], "none"),
        Kind("duty.honour", UnitOfCount.Times, Product, "county, city, province, nation"),
        Kind("duty.press", UnitOfCount.Pieces, Product, "county, city, province, nation"),
        Kind("duty.historical-material", UnitOfCount.Copies, Authors, "submitted, adopted"),
        Kind("duty.activity", UnitOfCount.PersonTimes, [], "present, full, part, written"),
        Kind("duty.no-show", UnitOfCount.PersonTimes, [], "none"),
        Kind("duty.false-record", UnitOfCount.Times, Product, "none"),
        Kind("duty.plagiarism", UnitOfCount.Times, Product, "none"),
    ];

    private static FactKind Kind(string id, string unit, IReadOnlyList<string> attributes, string steps) =>
        new(id, unit, HasSubject: true, attributes, $"{Registered}; step: {steps}");
}
