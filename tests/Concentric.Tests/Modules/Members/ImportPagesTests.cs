using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Concentric.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Members;

/// <summary>A list goes from the file over the columns and the check of every row into the register, page by page.</summary>
public sealed class ImportPagesTests(Installation installation)
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1];

    [Fact]
    public async Task A_list_is_uploaded_its_columns_corrected_checked_and_taken()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var run = await UploadedAsync(office, "名称,何界,单位\r\n张伟,教育,第一中学\r\n李娜,农业,合作社\r\n");
        var columns = await office.GetPageAsync(run + "/columns");
        columns.QuerySelector("[name='Meanings[2]'] option[selected]")!.GetAttribute("value").ShouldBe("unit");
        var check = await office.SubmitAsync(
            run + "/columns",
            new() { ["Meanings[0]"] = "name", ["Meanings[1]"] = "sector" },
            "main form[method=post]"
        );
        check.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var seen = await SettledAsync(office, run);
        (await CountAsync(committee)).ShouldBe(0);
        seen.QuerySelector("main form[method=post]").ShouldNotBeNull();

        (await office.SubmitAsync(run, [], "main form[method=post]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await SettledAsync(office, run);
        (await CountAsync(committee)).ShouldBe(2);
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_whole_list_out_and_is_told_with_its_number()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var run = await UploadedAsync(office, "姓名,界别\r\n张伟,教育\r\n李娜,航天界\r\n张伟,教育\r\n");
        await office.SubmitAsync(run + "/columns", [], "main form[method=post]");
        var seen = await SettledAsync(office, run);
        var problems = seen.QuerySelectorAll("main table tbody tr").Select(row => row.TextContent).ToList();
        problems.ShouldContain(row => row.Contains("航天界", StringComparison.Ordinal));
        problems.Count.ShouldBe(2);
        seen.QuerySelector("main form[method=post]").ShouldBeNull();
        (await CountAsync(committee)).ShouldBe(0);
    }

    [Fact]
    public async Task A_picture_called_a_workbook_is_told_at_once_and_kept_nowhere()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var answer = await UploadAsync(office, Jpeg, "名单.xlsx");
        var page = await RegisterPagesTests.AnsweredAsync(answer);
        page.QuerySelector("[name=Upload]")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await office.GetPageAsync("/office/members/import")).QuerySelector("main table").ShouldBeNull();
    }

    [Fact]
    public async Task The_template_is_there_to_download()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var template = await office.GetAsync("/office/members/import/template");
        template.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await template.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    private static async Task<string> UploadedAsync(Visitor office, string text)
    {
        var answer = await UploadAsync(office, Encoding.UTF8.GetBytes(text), "名单.csv");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var columns = answer.Headers.Location!.OriginalString[office.Base.Length..];
        return columns[..columns.LastIndexOf('/')];
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor office, byte[] file, string name)
    {
        const string Path = "/office/members/import";
        var form = (IHtmlFormElement)(await office.GetPageAsync(Path)).QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        content.Add(new ByteArrayContent(file), "Upload", name);
        return await office.Client.PostAsync(new Uri(office.Base + Path, UriKind.Relative), content);
    }

    private static async Task<IHtmlDocument> SettledAsync(Visitor office, string run)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var answer = await office.GetAsync(run);
            if (!answer.Headers.Contains("Refresh"))
                return await RegisterPagesTests.AnsweredAsync(answer);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{run} is still at work.");
    }

    private static Task<int> CountAsync(TestCommittee committee) => committee.InDbAsync(db => db.Set<Person>().CountAsync());
}
