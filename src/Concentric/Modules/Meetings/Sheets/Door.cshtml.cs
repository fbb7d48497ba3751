using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Concentric.Modules.Meetings.Sheets;

/// <summary>A code on the organiser's screen that changes every minute. Members open it on their own phone: a claim of arrival.</summary>
[RequirePermission(MeetingsPermissions.TakeAttendance)]
public sealed class DoorPage(MeetingDesk desk) : MeetingPage(desk)
{
    public Refusal? WhyNot => Meeting.WhyNotShowDoor(Now);
    public int Arrived { get; private set; }

    /// <summary>Makes the picture's address a new one each turn.</summary>
    public long Turn => Now.ToUnixTimeSeconds() / 30;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (WhyNot is null && Meeting.DoorKey is null)
        {
            Meeting.OpenDoor(Now);
            await SaveAsync();
        }

        Arrived = await Db.Set<Attendance>().CountAsync(row => row.MeetingId == Id && row.ArrivedAt != null);
        // Without a script the page renews itself, so that the code stays young.
        Response.Headers["Refresh"] = "30";
        return Page();
    }

    public IActionResult OnGetCode()
    {
        if (WhyNot is not null || Meeting.DoorKey is null)
            return NotFound();
        var address =
            $"{Request.Scheme}://{Request.Host}{Request.PathBase}/my/meetings/{Id}/arrival?code={Meeting.DoorCode(Now)}";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return File(picture.GetGraphic(10), "image/png");
    }
}
