using Concentric.Modules.Members;
using Concentric.Modules.Members.Demo;
using Concentric.Platform;
using Concentric.Platform.Demo;
using Concentric.Platform.Tenancy;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Members;

/// <summary>The members of the demo world are as many as the plan says, the same each time, and could be real.</summary>
public sealed class DemoPeopleTests(Installation installation)
{
    [Fact]
    public void Suzhou_has_332_members_of_three_levels_and_six_of_them_sat_before()
    {
        var members = Members("suzhou");
        members.Count.ShouldBe(332);
        members.CountBy(member => member.Seat.Level).OrderBy(pair => pair.Key).Select(pair => pair.Value).ShouldBe([8, 42, 282]);
        members.Count(member => member.Earlier is not null).ShouldBe(6);
        members.Count(member => member.Seat.Duty == MemberDuty.Chairperson).ShouldBe(1);
        members.Select(member => member.Seat.Sector).Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void They_are_the_same_each_time_and_others_in_the_other_committee()
    {
        Members("suzhou").ShouldBe(Members("suzhou"));
        var elsewhere = Members("linhe").Skip(2).Select(member => member.Person.Name).ToList();
        elsewhere.Count.ShouldBe(22);
        Members("suzhou").Select(member => member.Person.Name).Intersect(elsewhere).Count().ShouldBeLessThan(8);
    }

    [Fact]
    public async Task The_register_would_take_every_one_of_them()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.DoAsync(services =>
        {
            var register = services.GetRequiredService<MemberRegister>();
            foreach (var member in Members("suzhou").Concat(Members("linhe")))
            {
                register.WhyNot(member.Person).ShouldBeEmpty();
                register.WhyNot(member.Seat).ShouldBeEmpty();
            }

            return Task.CompletedTask;
        });
    }

    private List<DemoMember> Members(string slug)
    {
        var data = new DataFolder();
        var plan = DemoBuilder.ReadPlan(data).Committees.Single(committee => committee.Slug == slug);
        var committee = new Committee
        {
            Slug = slug,
            Name = plan.Name,
            ShortName = plan.ShortName,
            EnglishName = plan.EnglishName,
            Term = plan.Term,
            TermFrom = plan.TermFrom,
            TermTo = plan.TermTo,
        };
        var world = new DemoCommittee(installation.Services, committee, plan, new DemoClock(), new Random(1));
        return [.. DemoPeople.Of(data.ReadYaml<DemoPeoplePlan>("demo/members.yaml"), world).All()];
    }
}
