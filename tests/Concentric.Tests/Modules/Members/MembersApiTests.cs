using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Members;

/// <summary>What other modules ask of the members.</summary>
public sealed class MembersApiTests(Installation installation)
{
    private static readonly DateOnly Day = new(2023, 5, 10);

    [Theory]
    [InlineData("张")]
    [InlineData("zhangw")]
    [InlineData("Zhang Wei")]
    [InlineData("zw")]
    [InlineData("ｚｗ")]
    [InlineData("第一中学")]
    public async Task A_picker_finds_a_member_as_people_type(string typed)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", unit: "肃州区第一中学");
        await committee.EnrolAsync("李娜", unit: "酒泉市人民医院");
        var page = await committee.DoAsync(services =>
            services.GetRequiredService<MembersApi>().SearchAsync(new MemberQuery { Text = typed, ActiveOn = Day })
        );
        page.Items.Select(item => item.Name).ShouldBe(["张伟"]);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("王")]
    public async Task What_nobody_is_called_finds_nobody(string typed)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟");
        var page = await committee.DoAsync(services =>
            services.GetRequiredService<MembersApi>().SearchAsync(new MemberQuery { Text = typed })
        );
        page.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Members_are_in_the_order_of_pinyin_and_come_by_pages()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        foreach (var name in new[] { "周一", "阿不都", "曾二", "张三", "单四" })
            await committee.EnrolAsync(name);
        var (first, last) = await committee.DoAsync(async services =>
        {
            var api = services.GetRequiredService<MembersApi>();
            return (
                await api.SearchAsync(new MemberQuery { PageSize = 3 }),
                await api.SearchAsync(new MemberQuery { PageSize = 3, Page = 99 })
            );
        });
        first.Items.Select(item => item.Name).ShouldBe(["阿不都", "单四", "曾二"]);
        last.ShouldSatisfyAllConditions(
            page => page.Items.Select(item => item.Name).ShouldBe(["张三", "周一"]),
            page => page.Page.ShouldBe(2),
            page => page.Total.ShouldBe(5)
        );
    }

    [Fact]
    public async Task A_seat_counts_while_it_lasts()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var ended = await committee.EnrolAsync("张伟", level: MembershipLevel.City);
        await committee.EnrolAsync("李娜");
        await committee.InDbAsync(async db =>
        {
            (await db.Set<Membership>().SingleAsync(seat => seat.Id == ended)).End(Day.AddDays(-1), "调离");
            return await db.SaveChangesAsync();
        });
        var (now, before) = await committee.DoAsync(async services =>
        {
            var api = services.GetRequiredService<MembersApi>();
            return (await api.CountByLevelAsync(Day), await api.CountByLevelAsync(Day.AddDays(-1)));
        });
        now.ShouldBe(new Dictionary<MembershipLevel, int> { [MembershipLevel.County] = 1 });
        before[MembershipLevel.City].ShouldBe(1);
    }

    [Fact]
    public async Task The_religious_sector_is_named_only_to_those_who_may_see_it()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.DoAsync(services =>
        {
            var api = services.GetRequiredService<MembersApi>();
            api.SectorTitle("education").ShouldBe("教育");
            api.SectorTitle("religion").ShouldBe("（不公开）");
            api.Sectors().ShouldNotContain(choice => choice.Id == "religion");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Nobody_holds_two_seats_of_one_level_and_term()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seat = await committee.EnrolAsync("张伟");
        await committee.DoAsync(async services =>
        {
            var api = services.GetRequiredService<MembersApi>();
            var person = (await api.FindAsync([seat]))[0].PersonId;
            var again = await Should.ThrowAsync<RefusedException>(() => api.AppointAsync(person, MembersWorld.Seat()));
            again.Refusal.Code.ShouldBe("SeatHeldAlready");
            await api.AppointAsync(person, MembersWorld.Seat(MembershipLevel.City));
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            (await api.OfPersonAsync(person)).Count.ShouldBe(2);
        });
    }
}
