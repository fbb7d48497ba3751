using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concentric.Tests.Modules.Appraisal.SheetDesk;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>Rule sheets are begun, looked at, published and superseded by the office's pages.</summary>
public sealed class SheetPagesTests(Installation installation)
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1];

    [Fact]
    public async Task A_good_sheet_is_taken_in_and_told_in_words()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        (await office.GetPageAsync(Sheets)).QuerySelector(".empty-state").ShouldNotBeNull();
        var sheet = await office.BeginAsync(Good);
        var page = await office.GetPageAsync(sheet);
        var told = Plain(page.QuerySelector("main")!.TextContent);
        told.ShouldContain("全体会议（每半天）");
        told.ShouldContain("出席 3 分、迟到 2.5 分、请假 1.5 分、缺席 0 分");
        told.ShouldContain("每人次计分");
        told.ShouldContain("比例不超过15%");
        told.ShouldContain("第 2 个起");
        told.ShouldContain("提案（立案；署名：独立、第一）");
        told.ShouldContain("每月最多计 1 个（每个联系对象分别计）");
        told.ShouldContain("2026年1月1日");
        page.QuerySelectorAll(".remark-list li").ShouldBeEmpty();
        page.QuerySelectorAll(".status.ok").Count(status => status.TextContent.Trim() == "相符").ShouldBe(3);
        (await office.GetPageAsync(Sheets)).QuerySelectorAll("#editions > li").Length.ShouldBe(1);
        (await committee.EditionAsync(sheet)).Text.ShouldBe(Good);
    }

    [Fact]
    public async Task The_words_are_there_in_English_too()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var sheet = await office.BeginAsync(Good);
        await office.GetAsync("/preferences?language=en");
        var page = await office.GetPageAsync(sheet);
        Plain(page.QuerySelector("main")!.TextContent).ShouldContain("present: 3 points; late: 2.5 points");
    }

    [Fact]
    public async Task A_sheet_with_mistakes_is_taken_in_with_each_mistake_told()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var sheet = await office.BeginAsync(Good.Replace("{fact: duty.charity}", "{fact: duty.charitee}"));
        var remark = (await office.GetPageAsync(sheet)).QuerySelectorAll(".remark-list li").ShouldHaveSingleItem();
        remark.TextContent.ShouldContain("duty.charitee");
        var line = Good[..Good.IndexOf("{fact: duty.charity}", StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        remark.QuerySelector("a")!.GetAttribute("data-line").ShouldBe($"{line}");
        remark.TextContent.ShouldContain($"第 {line} 行");

        var broken = await office.BeginAsync("a: [1, 2\n");
        (await office.GetPageAsync(broken)).QuerySelectorAll(".remark-list li").ShouldHaveSingleItem();
        (await office.GetPageAsync(Sheets)).Body!.TextContent.ShouldContain("未命名的细则");
    }

    [Fact]
    public async Task What_is_no_text_is_refused_whatever_it_is_called()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var tooLarge = new byte[SheetReader.LargestSheet + 1];
        Array.Fill(tooLarge, (byte)'#');
        foreach (
            var (file, told) in new[]
            {
                (Jpeg, "不是 UTF-8 文本"),
                ([(byte)'a', 0, (byte)'b'], "不是 UTF-8 文本"),
                ([0xB2, 0xE2, 0xCA, 0xD4], "不是 UTF-8 文本"),
                (tooLarge, "超过 256 kB"),
                ("  \n"u8.ToArray(), "细则是空的"),
            }
        )
        {
            var page = await (await office.UploadAsync(file, "细则.yaml")).PageAsync();
            page.QuerySelector("[name=Upload]")!.GetAttribute("aria-invalid").ShouldBe("true");
            page.QuerySelector(".error-summary")!.TextContent.ShouldContain(told);
        }

        (await committee.InDbAsync(db => db.Set<SheetEdition>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_is_begun_from_an_example_and_from_an_edition()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var begun = await office.SubmitAsync(
            Sheets,
            new() { ["Sample"] = "county-duty-appraisal" },
            "form[action*='handler=Sample']"
        );
        begun.Headers.Location!.OriginalString.ShouldEndWith("/edit");
        var copied = await office.SubmitAsync(Sheets, [], "form[action*='handler=Copy']");
        (await copied.PageAsync()).QuerySelector("[name=Edition]")!.GetAttribute("aria-invalid").ShouldBe("true");
        var first = await committee.InDbAsync(db => db.Set<SheetEdition>().SingleAsync());
        first.Text.ShouldBe(Good);
        await office.SubmitAsync($"{Sheets}/{first.Id}", [], "form[action*='handler=Copy']");
        (await committee.InDbAsync(db => db.Set<SheetEdition>().CountAsync(row => row.Text == first.Text))).ShouldBe(2);
        var file = await office.GetAsync($"{Sheets}/{first.Id}?format=yaml");
        (await file.Content.ReadAsStringAsync()).ShouldBe(Good);
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("county-duty-appraisal-2026.1.yaml");
    }

    [Fact]
    public async Task Only_what_is_sound_is_published()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var secretary = await committee.SignInAsync("secretary-general");
        var sheet = await secretary.BeginAsync(Good.Replace("total: 107", "total: 108"));
        var page = await secretary.GetPageAsync(sheet);
        page.QuerySelector("#publish").ShouldBeNull();
        page.QuerySelector("#why-not-publish")!.TextContent.ShouldContain("1 处算例不符");
        page.QuerySelectorAll(".status.danger").Count(status => status.TextContent.Trim() == "不符").ShouldBe(1);
        // A form from before somebody broke the sheet.
        var sound = await secretary.BeginAsync(Good);
        var form = (IHtmlFormElement)(await secretary.GetPageAsync(sound)).QuerySelector("#publish")!;
        form.SetAttribute("action", $"{secretary.Base}{sheet}?handler=Publish");
        var answer = await (await secretary.SendAsync(sheet, form, [])).PageAsync();
        answer.QuerySelector(".error-summary")!.TextContent.ShouldContain("还不能发布");
        (await committee.EditionAsync(sheet)).State.ShouldBe(SheetState.Draft);
    }

    [Fact]
    public async Task A_span_that_is_taken_is_published_only_in_the_others_place()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var secretary = await committee.SignInAsync("secretary-general");
        var first = await secretary.PublishedAsync(Good);
        (await secretary.GetPageAsync(first)).QuerySelector("main")!.TextContent.ShouldContain("· " + secretary.UserName);
        var twin = await secretary.BeginAsync(Good);
        (await secretary.GetPageAsync(twin)).QuerySelector("#why-not-publish")!.TextContent.ShouldContain("版本 2026.1");
        var second = await secretary.BeginAsync(Numbered("2026.2"));
        var refused = await (await secretary.SubmitAsync(second, [], "#publish")).PageAsync();
        refused.QuerySelector("[name=TakesPlace]")!.GetAttribute("aria-invalid").ShouldBe("true");
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("重叠");
        (await committee.EditionAsync(second)).State.ShouldBe(SheetState.Draft);

        var done = await secretary.SubmitAsync(second, new() { ["TakesPlace"] = "true" }, "#publish");
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.EditionAsync(second)).State.ShouldBe(SheetState.InForce);
        var old = await committee.EditionAsync(first);
        old.State.ShouldBe(SheetState.Superseded);
        old.SupersededById.ShouldBe((await committee.EditionAsync(second)).Id);
        (await secretary.GetPageAsync(first)).QuerySelector($"a[href$='{second}']").ShouldNotBeNull();
        (await secretary.GetPageAsync(twin)).QuerySelector("#why-not-publish")!.TextContent.ShouldContain("已经发布过");
    }

    [Fact]
    public async Task Of_two_sheets_published_in_the_same_moment_one_comes_into_force()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var (first, second) = (await office.BeginAsync(Good), await office.BeginAsync(Numbered("2026.2")));
        Task<int> PublishAsync(string sheet, Func<Task> before) =>
            committee.DoAsync(async services =>
            {
                var shelf = services.GetRequiredService<SheetShelf>();
                var edition = (await shelf.FindAsync(IdOf(sheet)))!;
                edition.Publish(shelf.Read(edition), [], takesPlace: false, CurrentActor.System, DateTimeOffset.UnixEpoch);
                await before();
                return await services.GetRequiredService<AppDb>().SaveChangesAsync();
            });

        var late = await Should.ThrowAsync<DbUpdateException>(() =>
            PublishAsync(first, () => PublishAsync(second, () => Task.CompletedTask))
        );
        late.IsDuplicate().ShouldBeTrue();
        (await committee.EditionAsync(first)).State.ShouldBe(SheetState.Draft);
        (await committee.EditionAsync(second)).State.ShouldBe(SheetState.InForce);
    }

    [Fact]
    public async Task Another_committee_does_not_see_it()
    {
        var one = await TestCommittee.CreateAsync(installation);
        var other = await TestCommittee.CreateAsync(installation);
        var sheet = await (await one.SignInAsync("secretary-general")).PublishedAsync(Good);
        var stranger = await other.SignInAsync("secretary-general");
        (await stranger.GetPageAsync(Sheets)).QuerySelector(".empty-state").ShouldNotBeNull();
        foreach (var path in new[] { sheet, sheet + "/edit", sheet + "/difference?with=" + sheet[(Sheets.Length + 1)..] })
            (await stranger.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        await stranger.BeginAsync(Good);
        var form = (IHtmlFormElement)(await stranger.GetPageAsync(Sheets)).QuerySelector("form[action*='handler=Copy']")!;
        var answer = await stranger.SendAsync(Sheets, form, new() { ["Edition"] = sheet[(Sheets.Length + 1)..] });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_act_needs_its_permission()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var secretary = await committee.SignInAsync("secretary-general");
        var sheet = await secretary.BeginAsync(Good);
        (await (await committee.SignInAsync("editor")).GetAsync(Sheets)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await committee.Anonymous().GetAsync(Sheets)).StatusCode.ShouldNotBe(HttpStatusCode.OK);

        var reader = await committee.SignInAsync("chairpersons-meeting");
        (await reader.GetPageAsync(Sheets)).QuerySelector("main form[method=post]").ShouldBeNull();
        var seen = await reader.GetPageAsync(sheet);
        seen.QuerySelector("main form[method=post]").ShouldBeNull();
        (await reader.GetAsync(sheet + "/edit")).StatusCode.ShouldNotBe(HttpStatusCode.OK);

        var writer = await committee.SignInAsync("office-staff");
        (await writer.GetPageAsync(sheet)).QuerySelector("#publish").ShouldBeNull();
        var form = (IHtmlFormElement)(await writer.GetPageAsync(sheet)).QuerySelector("#drop")!;
        form.SetAttribute("action", $"{writer.Base}{sheet}?handler=Publish");
        await writer.SendAsync(sheet, form, []);
        (await committee.EditionAsync(sheet)).State.ShouldBe(SheetState.Draft);
    }

    [Fact]
    public async Task A_draft_is_deleted_and_what_was_published_is_not()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var secretary = await committee.SignInAsync("secretary-general");
        var sheet = await secretary.BeginAsync(Good);
        (await secretary.SubmitAsync(sheet, [], "#drop")).Headers.Location!.OriginalString.ShouldEndWith(Sheets);
        (await secretary.GetAsync(sheet)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var published = await secretary.BeginAsync(Good);
        var form = (IHtmlFormElement)(await secretary.GetPageAsync(published)).QuerySelector("#drop")!;
        await secretary.SubmitAsync(published, [], "#publish");
        var answer = await (await secretary.SendAsync(published, form, [])).PageAsync();
        answer.QuerySelector(".error-summary")!.TextContent.ShouldContain("只有草稿");
        (await secretary.GetPageAsync(published)).QuerySelector("#drop").ShouldBeNull();
    }

    [Fact]
    public async Task Two_editions_are_compared_in_words()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var first = await office.BeginAsync(Good);
        var second = await office.BeginAsync(
            Numbered("2026.2").Replace("{checked: 3, county: 6,", "{checked: 3, county: 8,").Replace("share: 0.15", "share: 0.2")
        );
        var with = first[(Sheets.Length + 1)..];
        var page = await office.GetPageAsync($"{second}/difference?with={with}");
        var told = page.QuerySelectorAll(".rule-list > li").Select(change => Plain(change.TextContent)).ToList();
        told.ShouldBe(["反映社情民意信息（一条取最高一级）：县级采用 6 分 → 8 分", "比例不超过 15% → 20%"]);
        (await office.GetPageAsync($"{first}/difference?with={with}")).Body!.TextContent.ShouldContain("没有不同");
        (await office.GetAsync($"{second}/difference?with={Guid.CreateVersion7()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var broken = await office.BeginAsync("a: [1, 2\n");
        (await office.GetPageAsync($"{broken}/difference?with={with}")).Body!.TextContent.ShouldContain("还读不出规则");
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
