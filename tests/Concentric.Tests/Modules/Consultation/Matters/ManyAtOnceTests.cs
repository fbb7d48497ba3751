using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>After a flood the office answers many matters at once: each by itself, each submitter told, and none twice.</summary>
public sealed class ManyAtOnceTests(Installation installation)
{
    private const string Reject = $"{MatterWorld.Office}/bulk/reject";
    private const string Merge = $"{MatterWorld.Office}/bulk/merge";

    [Fact]
    public async Task Many_are_rejected_for_one_reason_and_what_cannot_be_is_told_with_its_own()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var flood = new[] { await world.MatterAsync(title: "测试一"), await world.MatterAsync(title: "测试二") };
        var approved = await world.MatterAsync(MatterState.Approved);
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{Reject}?ids={string.Join(',', flood)},{approved}&left=%3Ff.place%3Dshangba";
        (await MatterWorld.MainAsync(office, path)).ShouldContain("不予受理（选中 3 件）");

        var wordless = await office.SubmitAsync(path, new() { ["ReasonId"] = "unclear" });
        wordless.StatusCode.ShouldBe(HttpStatusCode.OK, "the words to the submitters are missing");
        (await wordless.Content.ReadAsStringAsync()).ShouldContain("id=\"Words-error\"");
        (await world.FindAsync(flood[0])).State.ShouldBe(MatterState.Collected);

        var typed = new Dictionary<string, string> { ["ReasonId"] = "unclear", ["Words"] = "看不出是什么事，请再说一遍。" };
        var done = await office.SubmitAsync(path, typed);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        done.Headers.Location!.ToString()
            .ShouldEndWith("/matters?f.place=shangba", customMessage: "the list is shown as it was left");
        var told = await MatterWorld.MainAsync(office, MatterWorld.Office);
        told.ShouldContain("不予受理：办了 2 件，1 件没有办");
        told.ShouldContain("2023-0001");
        foreach (var id in flood)
        {
            var matter = await world.FindAsync(id);
            (matter.State, matter.RejectedFor).ShouldBe((MatterState.Rejected, "unclear"));
            matter.Steps[^1].Words.ShouldBe(typed["Words"]);
        }

        (await world.FindAsync(approved)).State.ShouldBe(MatterState.Approved);
    }

    [Fact]
    public async Task Whoever_brought_one_in_is_told_once_and_neither_a_second_click_nor_a_colleague_does_it_again()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var ids = new[] { await world.MatterAsync(), await world.MatterAsync() };
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{Reject}?ids={string.Join(',', ids)}";
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)
            (await office.GetPageAsync(path)).QuerySelector("main form[method=post]")!;
        var typed = new Dictionary<string, string> { ["ReasonId"] = "unclear", ["Words"] = "请再说一遍。" };
        var colleague = await world.Committee.SignInAsync("office-staff");
        var open = (AngleSharp.Html.Dom.IHtmlFormElement)
            (await colleague.GetPageAsync(path)).QuerySelector("main form[method=post]")!;
        await office.SendAsync(path, form, typed);
        await office.SendAsync(path, form, typed);
        (await MatterWorld.MainAsync(office, MatterWorld.Office)).ShouldContain("不予受理：办了 2 件");
        await colleague.SendAsync(path, open, typed);
        (await MatterWorld.MainAsync(colleague, MatterWorld.Office)).ShouldContain("不予受理：办了 0 件，2 件没有办");
        foreach (var id in ids)
            (await world.FindAsync(id)).Steps.Count(step => step.Verb == MatterVerb.Reject).ShouldBe(1);
    }

    [Fact]
    public async Task Many_that_tell_of_one_thing_are_merged_into_one_of_them()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var stays = await world.MatterAsync(title: "东渠漏水");
        var others = new[] { await world.MatterAsync(title: "东渠又漏水"), await world.MatterAsync(title: "东渠还在漏") };
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{Merge}?ids={stays},{string.Join(',', others)}";
        (await (await office.SubmitAsync(path, [])).Content.ReadAsStringAsync()).ShouldContain("请选择要并入的事项");
        var answer = await office.SubmitAsync(path, new() { ["Into"] = $"{stays}" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        (await MatterWorld.MainAsync(office, MatterWorld.Office)).ShouldContain("并案：办了 2 件");
        (await world.FindAsync(stays)).State.ShouldBe(MatterState.Collected);
        foreach (var id in others)
            (await world.FindAsync(id)).MergedIntoId.ShouldBe(stays);
    }

    [Fact]
    public async Task Many_are_merged_into_another_by_its_number_but_never_into_one_that_has_gone()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync();
        var gone = await world.MatterAsync(MatterState.Accepted);
        await world.LeadAsync(gone, MatterState.Rejected);
        var stays = await world.MatterAsync(MatterState.Scheduled);
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.GetPageAsync($"{Merge}?ids={id},{gone}"))
            .QuerySelectorAll("input[name=Into]")
            .ShouldHaveSingleItem("one that has gone is not offered")
            .GetAttribute("value")
            .ShouldBe($"{id}");
        var path = $"{Merge}?ids={id}";
        var refused = await office.SubmitAsync(path, new() { ["Number"] = "2023-0001" });
        (await refused.Content.ReadAsStringAsync()).ShouldContain("id=\"Number-error\"");
        var itself = await office.SubmitAsync(path, new() { ["Into"] = $"{id}" });
        (await itself.Content.ReadAsStringAsync()).ShouldContain("id=\"Into-error\"");
        await office.SubmitAsync(path, new() { ["Number"] = "2023-0002" });
        (await world.FindAsync(id)).MergedIntoId.ShouldBe(stays);
    }

    [Fact]
    public async Task Only_those_who_screen_are_offered_it_and_only_what_is_theirs_is_done()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync();
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        (await chair.GetPageAsync(MatterWorld.Office)).QuerySelector("[formaction*=Reject], [value=Reject]").ShouldBeNull();
        (await chair.GetAsync($"{Reject}?ids={id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var stranger = await world.Committee.SignInForOfficeAsync("yinger", "station-head");
        (await stranger.GetAsync($"{Reject}?ids={id}")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await world.FindAsync(id)).State.ShouldBe(MatterState.Collected);
    }
}
