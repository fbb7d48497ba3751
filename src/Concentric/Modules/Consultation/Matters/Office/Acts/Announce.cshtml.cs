using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>公告: topic, time and who may come, in words for everybody.</summary>
[RequirePermission(MatterPermissions.Schedule)]
public sealed class AnnouncePage(MatterActs acts, AppDb db, DisplayFormat format, IStringLocalizer<ConsultationTexts> text)
    : MatterActPage(acts)
{
    [BindProperty]
    public string? Announcement { get; set; }

    public override MatterVerb Verb => MatterVerb.Announce;

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Announce(Announcement, act));

    protected override async Task PrefillAsync(CancellationToken cancellation)
    {
        var room = await db.Set<ConsultationRoom>()
            .Where(row => row.Id == Matter.RoomId)
            .Select(row => row.Name)
            .FirstOrDefaultAsync(cancellation);
        Announcement = Language.InChinese(() =>
            text[
                "Act.Announcement.Draft",
                Matter.PublicTitle ?? Matter.Title,
                Matter.PlannedFor is { } day ? format.Date(day) : "____",
                room ?? "____"
            ].Value
        );
    }
}
