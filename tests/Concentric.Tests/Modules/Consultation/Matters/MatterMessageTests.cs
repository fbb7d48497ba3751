using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>A message about a matter says what is to be done and by when, and nothing that tells who somebody is.</summary>
public sealed class MatterMessageTests(Installation installation)
{
    [Fact]
    public async Task Those_whose_turn_it_is_read_what_to_do_and_by_when()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        var id = await world.MatterAsync(MatterState.Accepted);
        var due = (await world.FindAsync(id)).DueOn!.Value;
        (await world.MessagesAsync(chair)).ShouldHaveSingleItem().Body.ShouldBe($"请在{Day(due)}前审定。");
    }

    [Fact]
    public async Task Each_unit_reads_its_own_day_and_the_words_of_the_office()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var lead = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var id = await world.MatterAsync(MatterState.Assigned);
        var assigned = (await world.FindAsync(id)).Lead!;
        (await world.MessagesAsync(lead)).ShouldHaveSingleItem().Body.ShouldBe($"请尽快签收，并在{Day(assigned.DueOn)}前答复。");

        await world.DoAsync(id, MatterVerb.Receive, (matter, act) => matter.Receive(matter.Lead!, act));
        await world.DoAsync(
            id,
            MatterVerb.AddHandler,
            (matter, act) => matter.AddHandler(world.PowerOffice, act.Today.AddDays(5), "请迁移渠边的电杆。", act)
        );
        (await world.MessagesAsync(lead))
            .Select(message => message.Body)
            .ShouldContain($"请在{Day(assigned.DueOn)}前答复。\n请迁移渠边的电杆。");
    }

    [Fact]
    public async Task A_number_that_somebody_wrote_into_the_first_words_is_not_sent_around()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var office = await world.Committee.SignInAsync("office-staff");
        var id = await world.MatterAsync(MatterState.Approved, title: "水渠又坏了，电话13812345678");
        var told = await world.MessagesAsync(office);
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(message => !message.Title.Contains("13812345678") && !message.Body.Contains("13812345678"));
        (await MatterWorld.MainAsync(office, $"{MatterWorld.Office}/{id}")).ShouldContain(
            "13812345678",
            customMessage: "the office itself reads it"
        );
    }

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
