using System.Net;
using AngleSharp.Dom;
using Concentric.Modules.Members;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Members;

/// <summary>The office registers members, finds them, corrects them and ends their seats, page by page.</summary>
public sealed class RegisterPagesTests(Installation installation)
{
    private static Dictionary<string, string> Form(string name, string unit = "第一中学") =>
        new()
        {
            ["Input.Name"] = name,
            ["Input.Unit"] = unit,
            ["Input.BornIn"] = "1975.06",
            ["Input.Phone"] = "13800001234",
            ["Seat.Level"] = "County",
            ["Seat.Sector"] = "education",
            ["Seat.Duty"] = "Standing",
            ["Seat.StartsOn"] = "2021年11月1日",
        };

    [Fact]
    public async Task A_member_is_registered_and_found_by_name_by_initials_and_by_unit()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        await office.DoneAsync("/office/members/new", Form("王䶮𠮷"));
        await committee.EnrolAsync("李娜", unit: "人民医院");
        foreach (var words in new[] { "王䶮𠮷", "wy", "第一中学" })
        {
            var list = await office.GetPageAsync("/office/members?q=" + Uri.EscapeDataString(words));
            Rows(list).ShouldHaveSingleItem().ShouldContain("王䶮𠮷");
        }

        Rows(await office.GetPageAsync("/office/members")).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("张\u202E伟", "U+202E")]
    [InlineData("\u2066张伟\u2069", "U+2066")]
    [InlineData("张\u0007伟", "U+0007")]
    [InlineData("张\u200B伟", "U+200B")]
    public async Task A_name_that_is_not_what_it_looks_like_is_refused_in_words(string name, string character)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var answer = await office.SubmitAsync("/office/members/new", Form(name));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("#Input_Name-error")!.TextContent.ShouldContain(character);
        (await committee.InDbAsync(db => db.Set<Person>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task The_list_is_narrowed_by_level_sector_and_whether_the_seat_is_held()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", level: MembershipLevel.City);
        await committee.EnrolAsync("李娜", sector: "agriculture");
        var ended = await committee.EnrolAsync("王芳");
        await committee.InDbAsync(async db =>
        {
            (await db.Set<Membership>().SingleAsync(seat => seat.Id == ended)).End(new DateOnly(2023, 1, 31), "工作调动");
            return await db.SaveChangesAsync();
        });
        var chair = await committee.SignInAsync("chairpersons-meeting");
        Rows(await chair.GetPageAsync("/office/members?f.level=City")).ShouldHaveSingleItem().ShouldContain("张伟");
        Rows(await chair.GetPageAsync("/office/members?f.sector=agriculture")).ShouldHaveSingleItem().ShouldContain("李娜");
        Rows(await chair.GetPageAsync("/office/members?f.state=ended")).ShouldHaveSingleItem().ShouldContain("王芳");
        Rows(await chair.GetPageAsync("/office/members?f.state=active")).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Input.Name", "", "Input.Name")]
    [InlineData("Input.Name", "👍🎉", "Input.Name")]
    [InlineData("Input.BornIn", "1975-13", "Input.BornIn")]
    [InlineData("Input.Phone", "12", "Input.Phone")]
    [InlineData("Input.Unit", "身份证 620902199001011237", "Input.Unit")]
    [InlineData("Seat.Sector", "", "Seat.Sector")]
    [InlineData("Seat.StartsOn", "2023-02-30", "Seat.StartsOn")]
    public async Task What_cannot_be_kept_is_told_beside_its_field_and_what_was_typed_stays(
        string field,
        string typed,
        string toldAt
    )
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var form = Form("张伟");
        form[field] = typed;
        var page = await AnsweredAsync(await office.SubmitAsync("/office/members/new", form));
        page.QuerySelector($"[name='{toldAt}']").ShouldNotBeNull().GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("[name='Seat.Duty'] option[selected]").ShouldNotBeNull().GetAttribute("value").ShouldBe("Standing");
        (await committee.InDbAsync(db => db.Set<Person>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_of_two_hundred_characters_is_refused_with_the_limit()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var page = await AnsweredAsync(await office.SubmitAsync("/office/members/new", Form(new string('长', 200))));
        page.QuerySelector(".error-summary").ShouldNotBeNull().TextContent.ShouldContain("50");
    }

    [Fact]
    public async Task Somebody_who_seems_registered_is_shown_before_a_second_file_is_made()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", unit: "第一中学");
        var office = await committee.SignInAsync("office-staff");
        var warned = await AnsweredAsync(await office.SubmitAsync("/office/members/new", Form("张伟")));
        warned.QuerySelector("main")!.TextContent.ShouldContain("第一中学");
        (await CountAsync(committee)).ShouldBe(1);

        var sure = Form("张伟");
        sure["IsSomebodyElse"] = "true";
        await office.DoneAsync("/office/members/new", sure);
        (await CountAsync(committee)).ShouldBe(2);
    }

    [Fact]
    public async Task Two_who_edit_the_same_file_both_see_what_the_other_wrote()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", unit: "第一中学");
        var person = await PersonAsync(committee);
        var office = await committee.SignInAsync("office-staff");
        var colleague = await committee.SignInAsync("office-staff");
        var path = $"/office/members/{person}/edit";
        var stale = await office.GetPageAsync(path);
        await colleague.DoneAsync(path, new() { ["Input.Unit"] = "第二中学" });
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)stale.QuerySelector("main form[method=post]")!;
        var both = await AnsweredAsync(await office.SendAsync(path, form, new() { ["Input.Unit"] = "第三中学" }));
        var text = both.QuerySelector("main")!.TextContent;
        text.ShouldContain("第二中学");
        both.QuerySelector("[name='Input.Unit']")!.GetAttribute("value").ShouldBe("第三中学");
        (await committee.InDbAsync(db => db.Set<Person>().Select(row => row.Unit).SingleAsync())).ShouldBe("第二中学");
    }

    [Fact]
    public async Task A_seat_ends_on_a_day_for_a_reason_and_a_mistaken_ending_is_taken_back()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seat = await committee.EnrolAsync("张伟");
        var person = await PersonAsync(committee);
        var office = await committee.SignInAsync("office-staff");
        var path = $"/office/members/{person}/seats/{seat}/end";
        var unexplained = await AnsweredAsync(await office.SubmitAsync(path, new() { ["EndsOn"] = "2023-05-10" }));
        unexplained.QuerySelector("[name=EndReason]")!.GetAttribute("aria-invalid").ShouldBe("true");

        await office.DoneAsync(path, new() { ["EndsOn"] = "2023-05-10", ["EndReason"] = "调离本区" });
        (await office.GetPageAsync($"/office/members/{person}")).QuerySelector("main")!.TextContent.ShouldContain("调离本区");

        await office.DoneAsync(path, []);
        var kept = await committee.InDbAsync(db => db.Set<Membership>().SingleAsync());
        (kept.EndsOn, kept.EndReason).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_duty_that_changes_within_the_term_is_kept_with_its_days()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seat = await committee.EnrolAsync("张伟");
        var person = await PersonAsync(committee);
        var office = await committee.SignInAsync("office-staff");
        var path = $"/office/members/{person}/seats/{seat}/duty";
        var same = await AnsweredAsync(
            await office.SubmitAsync(path, new() { ["From"] = "2023-05-10", ["Basis"] = "五届三次全会选举" })
        );
        same.QuerySelector("[name=NewDuty]")!.GetAttribute("aria-invalid").ShouldBe("true");
        var unfounded = await AnsweredAsync(
            await office.SubmitAsync(path, new() { ["NewDuty"] = "Standing", ["From"] = "2023-05-10" })
        );
        unfounded.QuerySelector("[name=Basis]")!.GetAttribute("aria-invalid").ShouldBe("true");

        await office.DoneAsync(
            path,
            new()
            {
                ["NewDuty"] = "Standing",
                ["From"] = "2023-05-10",
                ["Basis"] = "五届三次全会选举",
            }
        );
        (await office.GetPageAsync($"/office/members/{person}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("五届三次全会选举");
        var again = await AnsweredAsync(
            await office.SubmitAsync(
                path,
                new()
                {
                    ["NewDuty"] = "Ordinary",
                    ["From"] = "2023-05-10",
                    ["Basis"] = "辞去",
                }
            )
        );
        again.QuerySelector("[name=From]")!.GetAttribute("aria-invalid").ShouldBe("true");
        var (before, after, spans) = await committee.DoAsync(async services =>
        {
            var members = services.GetRequiredService<MembersApi>();
            return (
                (await members.WithDutyAsync([MemberDuty.Standing], new DateOnly(2023, 5, 9))).Count,
                (await members.WithDutyAsync([MemberDuty.Standing], new DateOnly(2023, 5, 10))).Count,
                await members.HeldBetweenAsync(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31))
            );
        });
        (before, after).ShouldBe((0, 1));
        spans
            .Select(span => (span.Duty, span.EndsOn))
            .ShouldBe([(MemberDuty.Ordinary, new DateOnly(2023, 5, 9)), (MemberDuty.Standing, null)]);

        await office.DoneAsync(path, [], "form[action*=TakeBack]");
        (
            await committee.InDbAsync(db => db.Set<Membership>().Include(row => row.EarlierDuties).SingleAsync())
        ).ShouldSatisfyAllConditions(kept => kept.Duty.ShouldBe(MemberDuty.Ordinary), kept => kept.EarlierDuties.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_further_seat_is_given_once_for_each_level_and_term()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟");
        var person = await PersonAsync(committee);
        var office = await committee.SignInAsync("office-staff");
        var path = $"/office/members/{person}/seats/new";
        var seat = new Dictionary<string, string>
        {
            ["Seat.Level"] = "City",
            ["Seat.Term"] = "5",
            ["Seat.Sector"] = "education",
            ["Seat.StartsOn"] = "2021-11-01",
        };
        await office.DoneAsync(path, seat);
        (await office.SubmitAsync(path, seat)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await committee.InDbAsync(db => db.Set<Membership>().CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_only_read_is_offered_no_forms_and_members_do_not_see_the_list()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟");
        var person = await PersonAsync(committee);
        var chair = await committee.SignInAsync("chairpersons-meeting");
        (await chair.GetPageAsync($"/office/members/{person}")).QuerySelector("main form").ShouldBeNull();
        (await chair.GetAsync($"/office/members/{person}/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var member = await committee.SignInAsync(person, "member");
        (await member.GetAsync("/office/members")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_export_never_lets_a_cell_become_a_formula()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", unit: "=HYPERLINK(\"http://evil.example\")");
        var office = await committee.SignInAsync("office-staff");
        var export = await office.GetAsync("/office/members?export=csv");
        var text = await export.Content.ReadAsStringAsync();
        text.ShouldContain("张伟");
        text.ShouldContain("'=HYPERLINK");
    }

    internal static Task<Guid> PersonAsync(TestCommittee committee) =>
        committee.InDbAsync(db => db.Set<Person>().Select(row => row.Id).SingleAsync());

    private static Task<int> CountAsync(TestCommittee committee) => committee.InDbAsync(db => db.Set<Person>().CountAsync());

    private static string[] Rows(IParentNode page) =>
        [.. page.QuerySelectorAll("main table tbody tr").Select(row => row.TextContent)];

    internal static async Task<AngleSharp.Html.Dom.IHtmlDocument> AnsweredAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
    }
}
