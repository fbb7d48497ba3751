using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members.Register;

/// <summary>The choices of the members' forms, in the reader's language and as far as the reader may see them.</summary>
public sealed class MemberChoices(
    MembersApi members,
    PartyList parties,
    SectorList sectors,
    CurrentActor actor,
    IStringLocalizer<MembersTexts> texts
)
{
    public IReadOnlyList<SelectListItem> Sexes() =>
        [.. Enum.GetValues<Sex>().Select(sex => new SelectListItem(texts["Sex." + sex], sex.ToString()))];

    public IReadOnlyList<SelectListItem> Levels() =>
        [.. Enum.GetValues<MembershipLevel>().Select(level => new SelectListItem(members.LevelTitle(level), level.ToString()))];

    public IReadOnlyList<SelectListItem> Duties() =>
        [.. Enum.GetValues<MemberDuty>().Select(duty => new SelectListItem(members.DutyTitle(duty), duty.ToString()))];

    public IReadOnlyList<SelectListItem> Sectors() =>
        [.. members.Sectors().Select(sector => new SelectListItem(sector.Title, sector.Id))];

    public IReadOnlyList<SelectListItem> Parties() => [.. parties.All.Select(party => new SelectListItem(party.Name, party.Id))];

    public bool SeesContacts => actor.Can(MembersPermissions.ReadContacts);

    public bool SeesSensitive => actor.Can(MembersPermissions.ReadSensitive);

    /// <summary>Whether the reader may see, and so change, which sector this is.</summary>
    public bool SeesSector(string? sector) => SeesSensitive || sectors.Find(sector) is not { Sensitive: true };
}
