using System.Net;
using Concentric.Platform;
using Concentric.Platform.Web.Errors;
using Concentric.Tests.World;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Platform.Web;

/// <summary>What went wrong is told in the reader's words, without the workings of the house.</summary>
public sealed class ErrorPageTests(Installation installation)
{
    [Fact]
    public async Task An_address_that_leads_nowhere_is_told_so_in_the_readers_language()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var reader = committee.Anonymous();
        var answer = await reader.GetAsync("/no-such-page");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("h1")!.TextContent.ShouldBe("没有找到这个页面");
        page.QuerySelector("a.brand")!.GetAttribute("href").ShouldBe(committee.Path + "/");

        await reader.GetAsync("/preferences?language=en");
        page = await Visitor.ParseAsync(await (await reader.GetAsync("/no-such-page")).Content.ReadAsStringAsync());
        page.QuerySelector("h1")!.TextContent.ShouldBe("This page is not here");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task A_committee_that_does_not_exist_is_not_found_either()
    {
        var answer = await installation.CreateClient().GetAsync(new Uri("/no-such-committee/x", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("没有找到这个页面");
    }

    [Fact]
    public async Task A_program_gets_a_problem_document()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(committee.Path + "/no-such-page", UriKind.Relative));
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await installation.CreateClient().SendAsync(request);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public void Each_failure_means_something_to_the_one_who_asked()
    {
        ErrorPages.StatusOf(new DbUpdateConcurrencyException()).ShouldBe(409);
        ErrorPages.StatusOf(new RefusedException(new Refusal("Any"))).ShouldBe(409);
        ErrorPages.StatusOf(new BadHttpRequestException("too large", 413)).ShouldBe(413);
        ErrorPages.StatusOf(new SqliteException("unable to open database file", 14)).ShouldBe(503);
        ErrorPages.StatusOf(new DbUpdateException("busy", new SqliteException("database is locked", 5))).ShouldBe(503);
        ErrorPages.StatusOf(new Npgsql.NpgsqlException("connection refused")).ShouldBe(503);
        ErrorPages.StatusOf(new SqliteException("constraint failed", 19)).ShouldBe(500);
        ErrorPages.StatusOf(new InvalidOperationException("a bug")).ShouldBe(500);
    }
}
