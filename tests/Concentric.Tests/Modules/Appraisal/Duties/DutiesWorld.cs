using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Modules.Members;
using Concentric.Platform.Ledger;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Appraisal.Duties;

/// <summary>Registered duties in a test committee, made through the pages.</summary>
internal static class DutiesWorld
{
    internal const string List = "/office/appraisal/duties";
    internal const string Form = "main form[data-parts]";

    internal static Task<DutyRecord> RecordAsync(this TestCommittee committee, Guid id) =>
        committee.InDbAsync(db =>
            db.Set<DutyRecord>()
                .AsNoTracking()
                .Include(row => row.Members)
                .Include(row => row.Steps)
                .SingleAsync(row => row.Id == id)
        );

    internal static Task<Guid> PersonAsync(this TestCommittee committee, Guid seat) =>
        committee.InDbAsync(db => db.Set<Membership>().Where(row => row.Id == seat).Select(row => row.PersonId).SingleAsync());

    internal static Task<List<Fact>> DutyFactsAsync(this TestCommittee committee) =>
        committee.InDbAsync(db =>
            db.Facts.AsNoTracking()
                .Where(fact => fact.SourceType == DutyRecord.SourceType)
                .OrderBy(fact => fact.Index)
                .ToListAsync()
        );

    /// <summary>What would be typed for one member.</summary>
    internal static Dictionary<string, string> Typed(
        Guid seat,
        string kind = "duty.charity",
        string title = "Winter visit",
        string day = "2023-04-01",
        string? step = null
    )
    {
        var fields = new Dictionary<string, string>
        {
            ["Act"] = "save",
            ["Input.Kind"] = kind,
            ["Input.Title"] = title,
            ["Input.OccurredOn"] = day,
            ["Input.Office"] = "member-liaison",
            ["Input.Members[0].MembershipId"] = seat.ToString(),
        };
        if (step is not null)
            fields["Input.Step"] = step;
        return fields;
    }

    /// <summary>Hands a form in and expects it to be taken.</summary>
    /// <returns>The record's id.</returns>
    internal static async Task<Guid> RegisterAsync(
        this Visitor office,
        Dictionary<string, string> fields,
        string path = List + "/new"
    )
    {
        var answer = await office.SubmitAsync(path, fields, Form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new ShouldAssertException(await ErrorsAsync(answer));
        return IdOf(answer);
    }

    internal static Guid IdOf(HttpResponseMessage answer) => Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);

    internal static async Task<string> ErrorsAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        return page.QuerySelector(".error-summary")?.TextContent ?? "";
    }

    internal static async Task ConfirmAsync(this Visitor second, Guid id)
    {
        var answer = await second.SubmitAsync($"{List}/{id}", [], "#confirm");
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new ShouldAssertException(await ErrorsAsync(answer));
    }

    /// <summary>Presses one of the buttons below the reason.</summary>
    internal static async Task<HttpResponseMessage> GiveReasonAsync(this Visitor visitor, Guid id, string handler, string reason)
    {
        var path = $"{List}/{id}";
        var form = (IHtmlFormElement)(await visitor.GetPageAsync(path)).QuerySelector("#reason")!;
        form.SetAttribute("action", form.QuerySelector($"button[formaction*={handler}]")!.GetAttribute("formaction")!);
        return await visitor.SendAsync(path, form, new() { ["Reason"] = reason });
    }

    internal static async Task<string> MainAsync(this Visitor visitor, string path) =>
        (await visitor.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    /// <summary>A committee with a sheet in force, a member, an office that registers and a second one that confirms.</summary>
    internal static async Task<DutiesCase> CaseAsync(Installation installation, string? sheet = null)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.PublishSheetAsync(sheet ?? AppraisalWorld.Sheet);
        var seat = await committee.EnrolAsync("张三", "第一中学");
        return new DutiesCase(
            committee,
            seat,
            await committee.PersonAsync(seat),
            await committee.SignInAsync("office-staff"),
            await committee.SignInAsync("office-staff")
        );
    }
}

internal sealed record DutiesCase(TestCommittee Committee, Guid Seat, Guid Person, Visitor Office, Visitor Second)
{
    internal Task<string> StatementAsync() => Office.MainAsync($"/office/appraisal/2023/members/{Person}");
}
