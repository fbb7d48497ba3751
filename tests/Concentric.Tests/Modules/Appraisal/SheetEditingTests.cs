using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Concentric.Tests.World;
using static Concentric.Tests.Modules.Appraisal.SheetDesk;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>A draft's text is written in the browser, checked on the way, and never lost.</summary>
public sealed class SheetEditingTests(Installation installation)
{
    [Fact]
    public async Task A_draft_is_kept_with_its_mistakes_and_they_are_shown()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var sheet = await office.BeginAsync(Good);
        var typed = Good.Replace("cap: 15\n        recorder: 研究室", "cap: 1\n        recorder: 研究室");
        var answer = await office.SubmitAsync(sheet + "/edit", new() { ["Text"] = typed });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.EditionAsync(sheet)).Text.ShouldBe(typed);
        var page = await office.GetPageAsync(sheet + "/edit");
        page.QuerySelectorAll("[aria-live] .remark-list li").Length.ShouldBe(1);
        ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.ReplaceLineEndings("\n").ShouldBe(typed);
        var empty = await (await office.SubmitAsync(sheet + "/edit", new() { ["Text"] = " " })).PageAsync();
        empty.QuerySelector("textarea")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task A_published_sheet_is_not_edited()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var secretary = await committee.SignInAsync("secretary-general");
        var sheet = await secretary.BeginAsync(Good);
        var form = (IHtmlFormElement)(await secretary.GetPageAsync(sheet + "/edit")).QuerySelector("main form[method=post]")!;
        await secretary.SubmitAsync(sheet, [], "#publish");
        (await secretary.GetAsync(sheet + "/edit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await secretary.GetPageAsync(sheet)).QuerySelector("a[href$='/edit']").ShouldBeNull();
        var late = await (await secretary.SendAsync(sheet + "/edit", form, new() { ["Text"] = Numbered("9") })).PageAsync();
        late.QuerySelector(".error-summary")!.TextContent.ShouldContain("只有草稿");
        ((IHtmlTextAreaElement)late.QuerySelector("textarea")!).Value.ShouldContain("version: \"9\"");
        (await committee.EditionAsync(sheet)).Text.ShouldBe(Good);
    }

    [Fact]
    public async Task A_stale_form_shows_both_versions_and_loses_nothing()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var sheet = await office.BeginAsync(Good);
        var path = sheet + "/edit";
        var stale = (IHtmlFormElement)(await office.GetPageAsync(path)).QuerySelector("main form[method=post]")!;
        await office.SubmitAsync(path, new() { ["Text"] = Numbered("theirs") });
        var page = await (
            await office.SendAsync(path, stale, new() { ["Text"] = Good.Replace("county: 6,", "county: 7,") })
        ).PageAsync();
        page.QuerySelector("pre")!.TextContent.ShouldContain("version: \"theirs\"");
        page.QuerySelector(".sheet-changes")!.TextContent.ShouldContain("县级采用");
        var mine = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.ShouldContain("county: 7,");
        (await committee.EditionAsync(sheet)).Number.ShouldBe("theirs");

        (await office.SendAsync(path, mine, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.EditionAsync(sheet)).Text.ShouldContain("county: 7,");
    }

    [Fact]
    public async Task The_check_answers_an_island_in_JSON_and_keeps_nothing()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var sheet = await office.BeginAsync(Good);
        var wrong = await CheckedAsync(office, sheet, Good.Replace("for: ordinary", "for: ordinry"));
        wrong.GetProperty("sound").GetBoolean().ShouldBeFalse();
        wrong.GetProperty("summary").GetString()!.ShouldContain("处问题");
        var problem = wrong.GetProperty("problems")[0];
        problem.GetProperty("line").GetInt32().ShouldBeGreaterThan(50);
        problem.GetProperty("column").GetInt32().ShouldBeGreaterThan(0);
        problem.GetProperty("message").GetString()!.ShouldContain("ordinry");
        problem.GetProperty("told").GetString()!.ShouldStartWith("第 ");

        var differs = await CheckedAsync(office, sheet, Good.Replace("total: 107", "total: 108"));
        differs.GetProperty("problems").GetArrayLength().ShouldBe(0);
        differs.GetProperty("differences")[0].GetProperty("message").GetString()!.ShouldContain("107");
        (await CheckedAsync(office, sheet, Good)).GetProperty("sound").GetBoolean().ShouldBeTrue();
        (await CheckedAsync(office, sheet, "")).GetProperty("problems").GetArrayLength().ShouldBe(1);
        (await committee.EditionAsync(sheet)).Text.ShouldBe(Good);
    }

    [Fact]
    public async Task Without_script_the_check_is_a_page_that_keeps_what_was_typed()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var sheet = await office.BeginAsync(Good);
        var form = (IHtmlFormElement)(await office.GetPageAsync(sheet + "/edit")).QuerySelector("main form[method=post]")!;
        form.QuerySelector("button[formaction='?handler=Check']").ShouldNotBeNull();
        form.SetAttribute("action", "?handler=Check");
        var page = await (await office.SendAsync(sheet + "/edit", form, new() { ["Text"] = "a: 1\n" })).PageAsync();
        page.QuerySelectorAll(".remark-list li").Length.ShouldBeGreaterThan(3);
        ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.ShouldStartWith("a: 1");
        (await committee.EditionAsync(sheet)).Text.ShouldBe(Good);
    }

    [Fact]
    public async Task The_check_needs_the_page_s_token()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var sheet = await office.BeginAsync(Good);
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("Text", "a: 1")]);
        var answer = await office.Client.PostAsync(new Uri($"{office.Base}{sheet}/edit?handler=Check", UriKind.Relative), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> CheckedAsync(Visitor office, string sheet, string text)
    {
        var page = await office.GetPageAsync(sheet + "/edit");
        var token = page.QuerySelector("main form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"{office.Base}{sheet}/edit?handler=Check", UriKind.Relative)
        );
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new MultipartFormDataContent
        {
            { new StringContent(text), "Text" },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        var answer = await office.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
