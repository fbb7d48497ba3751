using System.IO.Compression;
using Concentric.BrowserTests.World;

namespace Concentric.BrowserTests;

/// <summary>
/// The whole way of one fact, as people walk it: a study that an office records becomes a figure, the annual account, its
/// document and the public page, and the number leads back to the study.
/// </summary>
public sealed class SpineTests(DemoSite site)
{
    private const string Committee = "linhe";
    private const string Title = "机关第一季度集中学习";
    private const string Figure = "staff-collective-studies";
    private const int Year = 2024;

    [Fact]
    public async Task A_study_that_an_office_records_becomes_a_number_that_leads_back_to_it()
    {
        var office = await site.OpenAsync("office", committee: Committee);
        var secretary = await site.OpenAsync("secretary", committee: Committee);
        var chair = await site.OpenAsync("chair", committee: Committee);
        var anybody = await site.OpenAsync(width: 390, committee: Committee);

        var meeting = await RecordStudyAsync(office, secretary);
        await ConfirmAttendanceAsync(office, meeting);
        await OpenYearAsync(secretary);
        await FollowNumberAsync(anybody, $"/figures/{Year}", $"article#{Figure} a");

        var account = await WriteAccountAsync(office);
        await ReviewAndSignAsync(chair, account);
        await PublishAsync(secretary, account);
        (await DocumentTextAsync(office, account)).ShouldContain("机关集中学习");
        await FollowNumberAsync(anybody, $"/annual-accounts/{Year}", $"a[href*='/figures/{Year}/{Figure}']");
        foreach (var reader in new[] { office, secretary, chair, anybody })
            await reader.Page.Context.CloseAsync();
    }

    /// <summary>Notes the study, whom it expects, has it approved and tells them; gives the study's address.</summary>
    private static async Task<string> RecordStudyAsync(Reader office, Reader secretary)
    {
        await office.GoAsync("/office/meetings/new");
        await office.Page.SelectOptionAsync("[name='Input.Kind']", "staff-collective-study");
        await office.Page.FillAsync("[name='Input.Title']", Title);
        await office.Page.FillAsync("[name='Input.Day']", $"{Year}-03-15");
        await office.Page.FillAsync("[name='Input.Place']", "三楼会议室");
        await office.Page.CheckAsync("[name='Input.IsPublic']");
        await office.SubmitAsync("main form:has([name='Input.Title'])");
        var meeting = office.Path;

        await office.GoAsync(meeting + "/people");
        await office.Page.ClickAsync("main details summary");
        await office.Page.CheckAsync("[name='Chosen.Levels'][value='City']");
        await office.SubmitAsync("form[action*='Expect']");

        await secretary.GoAsync(meeting);
        await secretary.SubmitAsync("form[action*='Approve']");
        await office.GoAsync(meeting + "/notice");
        await office.SubmitAsync("main section form:has([name='SeenVersion'])");
        return meeting;
    }

    private static async Task ConfirmAttendanceAsync(Reader office, string meeting)
    {
        await office.GoAsync(meeting);
        await office.SubmitAsync("form[action*='handler=End']");
        await office.GoAsync(meeting + "/attendance");
        await office.SubmitAsync("form[action*='AllPresent']");
        await office.GoAsync(meeting + "/confirmation");
        await office.SubmitAsync("form:has([name='Seen'])");
    }

    private static async Task OpenYearAsync(Reader secretary)
    {
        await secretary.GoAsync($"/office/figures/{Year}");
        await secretary.SubmitAsync("form[action*='handler=Open']");
    }

    /// <summary>From a number of a public page into its facts, from them to the fact, and from it to the study.</summary>
    private static async Task FollowNumberAsync(Reader anybody, string page, string number)
    {
        await anybody.GoAsync(page);
        await anybody.FollowAsync(number);
        await anybody.FollowAsync("table#facts td.num a");
        await anybody.FollowAsync("main dd a[href*='/meetings/']");
        (await anybody.Page.InnerTextAsync("h1")).ShouldBe(Title);
        (await anybody.ComplaintsAsync()).ShouldBeEmpty();
    }

    private static async Task<string> WriteAccountAsync(Reader office)
    {
        await office.GoAsync("/office/annual-accounts");
        await office.Page.FillAsync("[name='Year']", $"{Year}");
        await office.SubmitAsync("form:has([name='Year'])");
        var account = office.Path;
        await office.SubmitAsync("form[action*='Freeze']");
        return account;
    }

    private static async Task ReviewAndSignAsync(Reader chair, string account)
    {
        await chair.GoAsync(account);
        await chair.SubmitAsync("form[action*='Review']");
        await chair.GoAsync(account + "/sign");
        await chair.Page.FillAsync("[name='DocumentNumber']", $"临政协发〔{Year + 1}〕3号");
        await chair.Page.FillAsync("[name='SignedOn']", $"{Year + 1}-01-09");
        await chair.SubmitAsync("form:has([name='DocumentNumber'])");
    }

    private static async Task PublishAsync(Reader secretary, string account)
    {
        await secretary.GoAsync(account);
        await secretary.SubmitAsync("form[action*='handler=Publish']");
    }

    private static async Task<string> DocumentTextAsync(Reader office, string account)
    {
        await office.GoAsync(account);
        var download = await office.Page.RunAndWaitForDownloadAsync(() => office.Page.ClickAsync("a[href*='format=docx']"));
        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync());
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return await reader.ReadToEndAsync();
    }
}
