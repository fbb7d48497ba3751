using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>A committee with a township and two villages, to which matters come.</summary>
public sealed class IntakeWorld
{
    private IntakeWorld(TestCommittee committee, IReadOnlyList<Place> places) => (Committee, Places) = (committee, places);

    public TestCommittee Committee { get; }
    private IReadOnlyList<Place> Places { get; }

    public Place Township => Places[0];
    public Place Village => Places[1];
    public Place OtherVillage => Places[2];

    public MatterDetails Details =>
        new()
        {
            Text = "三组的支渠漏水，两轮水都没有灌上。\r\n希望修渠。",
            PlaceId = Village.Id,
            Topic = "water",
            Channel = IntakeChannel.Desk,
        };

    public static async Task<IntakeWorld> CreateAsync(Installation installation)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var doer = new Doer(CurrentActor.System, "system", TimeProvider.System.GetUtcNow());
        Place Found(PlaceKind kind, string name, string slug, Place? parent) =>
            Place.Found(new PlaceDetails { Kind = kind, Name = name }, slug, parent, doer).Place;
        var township = Found(PlaceKind.Township, "银达镇", "yinda", null);
        Place[] places =
        [
            township,
            Found(PlaceKind.Village, "怀茂村", "huaimao", township),
            Found(PlaceKind.Village, "拐坝桥村", "guaibaqiao", township),
        ];
        await committee.InDbAsync(async db =>
        {
            db.AddRange(places.Cast<object>());
            await db.SaveChangesAsync();
            return 0;
        });
        return new IntakeWorld(committee, places);
    }

    public Task<(CollectedMatter? Collected, IReadOnlyList<Concentric.Platform.Refusal> Faults)> CollectAsync(
        NewMatter entered,
        params IReadOnlyList<Microsoft.AspNetCore.Http.IFormFile> pictures
    ) => Committee.DoAsync(services => services.GetRequiredService<MatterIntake>().CollectAsync(entered, pictures));

    public Task<List<Matter>> MattersAsync() =>
        Committee.InDbAsync(db =>
            db.Set<Matter>()
                .AsNoTracking()
                .Include(matter => matter.Submitter)
                .Include(matter => matter.Steps)
                .Include(matter => matter.Notes)
                .Include(matter => matter.Feedback)
                .ToListAsync()
        );

    public Task<T> InDbAsync<T>(Func<AppDb, Task<T>> work) => Committee.InDbAsync(work);

    /// <summary>A small picture that says where it was taken, as phones write it: an Exif block with a GPS part.</summary>
    public static byte[] PictureWithPlace()
    {
        using var bitmap = new SKBitmap(64, 48);
        bitmap.Erase(SKColors.SteelBlue);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        var jpeg = encoded.ToArray();
        byte[] exif =
        [
            0xFF,
            0xE1,
            0x00,
            0x2A,
            .. "Exif\0\0"u8,
            .. "MM\0*\0\0\0\b\0\u0001"u8,
            // GPSInfo: one entry that points behind itself.
            0x88,
            0x25,
            0x00,
            0x04,
            0x00,
            0x00,
            0x00,
            0x01,
            0x00,
            0x00,
            0x00,
            0x1A,
            0x00,
            0x00,
            0x00,
            0x00,
            .. "GPS!"u8,
            0x00,
            0x00,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
