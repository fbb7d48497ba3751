using Concentric.Modules.Figures.Accounts;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Figures;

public sealed class AnnualAccountTests(Installation installation)
{
    private const string Accounts = "/office/annual-accounts";

    [Theory]
    [InlineData("", "请填写这一项")]
    [InlineData("去年", "“去年”不能用在这里")]
    [InlineData("1800", "请填写 1949 年以来、已经到来的年份")]
    [InlineData("2999", "请填写 1949 年以来、已经到来的年份")]
    public async Task A_year_that_cannot_be_accounted_for_is_told_beside_its_field(string year, string told)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("secretary-general");
        var answer = await staff.SubmitAsync(Accounts, new() { ["Year"] = year });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("#Year-error").ShouldNotBeNull().TextContent.ShouldContain(told);
        page.QuerySelector("#Year")!.GetAttribute("value").ShouldBe(year);
        (await committee.InDbAsync(db => db.Set<AnnualAccount>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_figure_that_is_not_in_the_catalogue_is_told_with_its_line_and_the_text_is_kept()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("secretary-general");
        var begun = await staff.SubmitAsync(Accounts, new() { ["Year"] = "2023" });
        var path = begun.Headers.Location!.ToString()[committee.Path.Length..] + "/edit";
        const string text = "第一段。\n\n全年{{ no-such-figure }}。";
        var answer = await staff.SubmitAsync(path, new() { ["Body"] = text });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        var error = page.QuerySelector("#Body-error").ShouldNotBeNull().TextContent;
        error.ShouldContain("3");
        error.ShouldContain("no-such-figure");
        page.QuerySelector("#Body")!.TextContent.ReplaceLineEndings("\n").Trim().ShouldBe(text);
        (await committee.InDbAsync(db => db.Set<AnnualAccount>().SingleAsync())).Body.ShouldNotContain("no-such-figure");
    }

    [Fact]
    public async Task An_account_tells_who_took_each_step_and_who_takes_the_next()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var begun = await office.SubmitAsync(Accounts, new() { ["Year"] = "2023" });
        var path = begun.Headers.Location!.ToString()[committee.Path.Length..];
        await office.SubmitAsync(path, [], "form[action*=Freeze]");
        async Task<string> MainAsync(string at) => (await office.GetPageAsync(at)).QuerySelector("main")!.TextContent;
        (await MainAsync(path)).ShouldContain("还没有人能办理这一步");
        var chair = await committee.SignInAsync("chairpersons-meeting");
        (await MainAsync(path)).ShouldContain("等待办理：" + chair.UserName);
        await chair.SubmitAsync(path, [], "form[action*=Review]");
        var rows = (await office.GetPageAsync(path)).QuerySelectorAll("main dl > div").Select(row => row.TextContent).ToList();
        rows.Single(row => row.Contains("数字冻结")).ShouldContain(office.UserName);
        rows.Single(row => row.Contains("审核")).ShouldContain(chair.UserName);
        // A number without the committee's code would be refused: it is no example.
        (await chair.GetPageAsync(path + "/sign"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("某政发〔2026〕1号");
    }

    [Fact]
    public async Task A_year_that_has_not_come_has_no_report()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var (report, fault) = await committee.DoAsync(services => services.GetRequiredService<AccountsApi>().ReportAsync(2999));
        report.ShouldBeNull();
        fault.ShouldNotBeNull().ShouldContain("2999");
    }
}
