using System.Text;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform.Files;
using Concentric.Platform.Ledger;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Search;
using Concentric.Tests.World;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>However a matter comes in, all that belongs to it is stored in one save, or nothing is.</summary>
public sealed class MatterIntakeTests(Installation installation)
{
    [Fact]
    public async Task A_matter_comes_in_with_its_submitter_fact_words_for_search_and_receipt()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var (collected, faults) = await world.CollectAsync(
            new NewMatter(world.Details) { Submitter = new SubmitterDetails("张伟", "138 0000 1234", null), KeepsReceipt = true }
        );
        faults.ShouldBeEmpty();
        var matter = (await world.MattersAsync()).ShouldHaveSingleItem();
        (matter.Title, matter.Text).ShouldBe(
            ("三组的支渠漏水，两轮水都没有灌上", "三组的支渠漏水，两轮水都没有灌上。\n希望修渠。")
        );
        matter.TrackingDigest.ShouldBe(MatterTracking.Digest(collected!.Code));
        matter.Steps.ShouldHaveSingleItem().Verb.ShouldBe(MatterVerb.Collect);
        var fact = await world.InDbAsync(db => db.Facts.SingleAsync(row => row.SourceId == matter.Id));
        (fact.Kind, fact.Place).ShouldBe((MatterFacts.Collected, "huaimao"));
        await world.Committee.DoAsync(async services =>
        {
            var seal = services.GetRequiredService<PersonalDataSeal>();
            matter.Submitter!.PhoneSealed!.ShouldNotContain("1380");
            matter.Submitter.Open(seal).ShouldBe(new SubmitterDetails("张伟", "13800001234", null));
            var receipt = await services.GetRequiredService<Concentric.Platform.Data.AppDb>().Set<MatterReceipt>().SingleAsync();
            receipt.CodeSealed.ShouldNotContain(collected.Code);
            receipt.Code(seal).ShouldBe(collected.Code);
            var found = await services
                .GetRequiredService<ITextSearch>()
                .FindAsync(new SearchRequest(MatterIntake.SearchKind, "支渠") { Sections = ["huaimao"] });
            found.Hits.ShouldHaveSingleItem().RecordId.ShouldBe(matter.Id);
        });
    }

    [Fact]
    public async Task Pictures_lose_the_place_that_they_were_taken_at()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var sent = IntakeWorld.PictureWithPlace();
        Encoding.Latin1.GetString(sent).ShouldContain("GPS!");
        var (_, faults) = await world.CollectAsync(new NewMatter(world.Details), Upload(sent, "渠.jpg"));
        faults.ShouldBeEmpty();
        var matter = (await world.MattersAsync()).ShouldHaveSingleItem();
        await world.Committee.DoAsync(async services =>
        {
            var file = await services.GetRequiredService<Concentric.Platform.Data.AppDb>().StoredFiles.SingleAsync();
            (file.OwnerType, file.OwnerId, file.ContentType).ShouldBe((Matter.SourceType, matter.Id, "image/jpeg"));
            using var kept = new MemoryStream();
            await using (var content = services.GetRequiredService<FileStore>().Open(file))
                await content.CopyToAsync(kept);
            var bytes = Encoding.Latin1.GetString(kept.ToArray());
            bytes.ShouldNotContain("GPS!");
            bytes.ShouldNotContain("Exif");
        });
    }

    [Fact]
    public async Task What_is_no_picture_stops_everything_and_is_named()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var (collected, faults) = await world.CollectAsync(
            new NewMatter(world.Details),
            Upload(IntakeWorld.PictureWithPlace(), "a.jpg"),
            Upload("MZ no picture"u8.ToArray(), "b.jpg")
        );
        collected.ShouldBeNull();
        var fault = faults.ShouldHaveSingleItem();
        (fault.Code, fault.Field, fault.Values[0]).ShouldBe(("MatterPictureUnreadable", "Pictures", "b.jpg"));
        (await world.MattersAsync()).ShouldBeEmpty();
        (await world.InDbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(0);
        (await world.InDbAsync(db => db.Facts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_nothing_is_stored()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var elsewhere = await IntakeWorld.CreateAsync(installation);
        var (_, faults) = await world.CollectAsync(
            new NewMatter(world.Details with { Text = new string('水', 100_000), PlaceId = elsewhere.Village.Id, Topic = "no" })
            {
                Submitter = new SubmitterDetails(null, "12", "no"),
            }
        );
        faults
            .Select(fault => (fault.Code, fault.Field))
            .ShouldBe([
                ("TooLong", "Text"),
                ("MatterPlaceUnknown", "PlaceId"),
                ("MatterTopicMissing", "Topic"),
                ("MatterPhoneWrong", "Phone"),
                ("MatterEmailWrong", "Email"),
            ]);
        (await world.CollectAsync(new NewMatter(world.Details with { Text = " \r\n\0 " })))
            .Faults.Select(fault => fault.Code)
            .ShouldBe(["MatterTitleMissing", "MatterTextMissing"]);
        (await world.MattersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rare_characters_and_script_are_kept_as_they_are()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        await world.CollectAsync(new NewMatter(world.Details with { Text = "𠮷家庄\0的<script>alert(1)</script>🙂" }));
        (await world.MattersAsync()).ShouldHaveSingleItem().Text.ShouldBe("𠮷家庄的<script>alert(1)</script>🙂");
    }

    private static FormFile Upload(byte[] content, string name) =>
        new(new MemoryStream(content), 0, content.Length, "Pictures", name);
}
