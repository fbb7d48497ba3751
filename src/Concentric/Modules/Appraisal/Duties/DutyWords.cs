using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>The words for kinds, steps, parts and states of registered duties.</summary>
public sealed class DutyWords(
    IStringLocalizer<AppraisalTexts> text,
    Words words,
    StatementWording statements,
    OfficeList offices,
    ActorField field
)
{
    public string Kind(string kind) => words["Fact." + kind];

    public string Unit(string kind) => DutyKinds.Find(kind) is { } found ? words.Unit(found.Unit) : "";

    public string Step(string kind, string? step) => statements.Step(step, kind);

    public string Part(DutyPart? part) => part is null ? "" : text["DutyPart." + part];

    public string Office(string office) => offices.TitleOf(office);

    public Badge Of(DutyState state) =>
        new(
            text["DutyState." + state],
            state switch
            {
                DutyState.Confirmed => Tone.Ok,
                DutyState.Registered or DutyState.Reported => Tone.Info,
                DutyState.Returned => Tone.Warn,
                _ => Tone.Neutral,
            }
        );

    /// <summary>张三；张三等 5 人</summary>
    public string People(string? first, int count) =>
        count switch
        {
            0 => text["Duties.NobodyYet"],
            1 => first ?? "",
            _ => text["Duties.AndOthers", first ?? "", count],
        };

    /// <summary>What a member did, as one short text: 第一提案人，立案；5 个半天.</summary>
    public string What(string kind, DutyEntry entry) =>
        string.Join(
            text["Duties.Separator"],
            new[]
            {
                Part(entry.Part),
                Step(kind, entry.Step),
                DutyKinds.Find(kind) is { CountsHalfDays: true } ? text["Duties.Quantity", entry.Quantity, Unit(kind)].Value : "",
            }.Where(part => part.Length > 0)
        );

    public IReadOnlyList<SelectListItem> Kinds() =>
        [.. DutyKinds.Kinds.Select(kind => new SelectListItem(Kind(kind.Id), kind.Id))];

    internal IReadOnlyList<SelectListItem> Steps(DutyKind kind) =>
        [.. kind.Steps.Select(step => new SelectListItem(Step(kind.Id, step), step))];

    public IReadOnlyList<SelectListItem> Parts() =>
        [.. Enum.GetValues<DutyPart>().Select(part => new SelectListItem(Part(part), part.ToString()))];

    /// <summary>Those in whose name the reader registers, the own ones first.</summary>
    public IReadOnlyList<SelectListItem> Offices() =>
        [
            .. offices
                .All.Where(office => field.Covers(DutyPermissions.Register, office.Id))
                .OrderByDescending(office => field.Of(DutyPermissions.Register)?.Contains(office) == true)
                .Select(office => new SelectListItem(office.Name, office.Id)),
        ];
}
