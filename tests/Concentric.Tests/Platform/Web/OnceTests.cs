using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Platform.Web.Once;
using Concentric.Platform.Web.Tables;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Platform.Web;

/// <summary>Back, a double tap and a dropped connection never send twice. The form is the one that keeps a view.</summary>
public sealed class OnceTests(Installation installation)
{
    private const string Form = "/saved-views?table=members&query=%3Fq%3Dx&back=";

    private static async Task<(Visitor Staff, IHtmlFormElement Form, string Path)> OpenAsync(TestCommittee committee)
    {
        var staff = await committee.SignInAsync("office-staff");
        var path = Form + Uri.EscapeDataString(committee.Path + "/sign-in");
        return (staff, (IHtmlFormElement)(await staff.GetPageAsync(path)).QuerySelector("main form[method=post]")!, path);
    }

    [Fact]
    public async Task A_form_sent_twice_acts_once_and_leads_to_the_same_place()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var (staff, form, path) = await OpenAsync(committee);
        var first = await staff.SendAsync(path, form, new() { ["Name"] = "在任" });
        var second = await staff.SendAsync(path, form, new() { ["Name"] = "在任" });
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await committee.InDbAsync(db => db.Set<SavedView>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Two_taps_at_the_same_moment_act_once()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var (staff, form, path) = await OpenAsync(committee);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => staff.SendAsync(path, form, new() { ["Name"] = "在任" }))
        );
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        (await committee.InDbAsync(db => db.Set<SavedView>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_was_changed_before_it_was_sent_again_is_another_form()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var (staff, form, path) = await OpenAsync(committee);
        await staff.SendAsync(path, form, new() { ["Name"] = "在任" });
        await staff.SendAsync(path, form, new() { ["Name"] = "离任" });
        (await committee.InDbAsync(db => db.Set<SavedView>().CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_form_with_a_fault_can_be_sent_again()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var (staff, form, path) = await OpenAsync(committee);
        (await staff.SendAsync(path, form, new() { ["Name"] = "" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await staff.SendAsync(path, form, new() { ["Name"] = "" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await committee.InDbAsync(db => db.Set<SentForm>().CountAsync())).ShouldBe(0);
    }
}
