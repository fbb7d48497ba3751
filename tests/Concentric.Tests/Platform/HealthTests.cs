using System.Net;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Health;
using Concentric.Platform.Search;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Errors;
using Concentric.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concentric.Tests.Platform;

/// <summary>Whether it is well: probes, the doctor, and what is said when it is not.</summary>
public sealed class HealthTests(Installation installation)
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task A_sound_installation_is_alive_and_ready(string path, string status)
    {
        var answer = await installation.CreateClient().GetAsync(new Uri(path, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe($$"""{"status":"{{status}}"}""");
    }

    [Theory]
    [InlineData("sqlite:/nowhere/at/all/x.db")]
    [InlineData("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2")]
    public async Task A_database_that_cannot_be_reached_is_told_in_a_plain_page_without_the_workings(string address)
    {
        await using var app = await StartAsync(address);
        using var client = app.GetTestClient();
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode.ShouldBe(
            HttpStatusCode.ServiceUnavailable
        );
        var answer = await client.GetAsync(new Uri("/suzhou/sign-in", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("h1")!.TextContent.ShouldBe("暂时无法访问");
        page.QuerySelector("a.button")!.GetAttribute("href").ShouldBe("/suzhou/sign-in");
        page.Body!.TextContent.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task It_is_not_ready_while_migrations_are_pending()
    {
        var file = Path.Combine(Path.GetTempPath(), $"concentric_test_{Guid.CreateVersion7():N}.db");
        await File.WriteAllBytesAsync(file, []);
        await using (var app = await StartAsync("sqlite:" + file))
        {
            using var client = app.GetTestClient();
            (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode.ShouldBe(
                HttpStatusCode.ServiceUnavailable
            );
            var found = await app.Services.GetRequiredService<Doctor>().ExamineAsync();
            found.Single(check => check.Id == "DB001").IsWell.ShouldBeTrue();
            found.Single(check => check.Id == "DB002").Cure.ShouldBe("concentric migrate");
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_database_file_that_is_removed_while_it_is_served_takes_no_more_writes_and_the_reader_is_told()
    {
        var file = Path.Combine(Path.GetTempPath(), $"concentric_test_{Guid.CreateVersion7():N}.db");
        await using var app = await StartAsync("sqlite:" + file);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync();
        await FoundAsync(app, "before");
        File.Delete(file);
        var failure = await Should.ThrowAsync<SqliteException>(() => FoundAsync(app, "after"));
        failure.Message.ShouldBe("The database file is gone.");
        ErrorPages.StatusOf(failure).ShouldBe(StatusCodes.Status503ServiceUnavailable);
        File.Exists(file).ShouldBeFalse("what is written would go with a new, empty file");
    }

    [Fact]
    public async Task What_others_wrote_after_a_search_is_no_damage_to_the_connection_that_searched()
    {
        var file = Path.Combine(Path.GetTempPath(), $"concentric_test_{Guid.CreateVersion7():N}.db");
        await using (var app = await StartAsync("sqlite:" + file))
        {
            await using (var scope = app.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync();
            await FoundAsync(app, "county");
            var county = (await app.Services.GetRequiredService<CommitteeDirectory>().FindAsync("county")).ShouldNotBeNull();
            await using (var reader = app.Services.CreateCommitteeScope(county, "test"))
            {
                await KeepTextsAsync(reader.ServiceProvider, 50);
                await reader.ServiceProvider.GetRequiredService<AppDb>().Database.OpenConnectionAsync();
                var search = reader.ServiceProvider.GetRequiredService<ITextSearch>();
                (await search.FindAsync(new SearchRequest("test", "简报"))).Total.ShouldBe(50);
                await using var writer = app.Services.CreateCommitteeScope(county, "test");
                await KeepTextsAsync(writer.ServiceProvider, 200);
            }

            var found = await app.Services.GetRequiredService<Doctor>().ExamineAsync();
            found.Single(check => check.Id == "DB005").Detail.ShouldBe("ok");
        }

        File.Delete(file);
    }

    private static async Task KeepTextsAsync(IServiceProvider services, int count)
    {
        for (var text = 0; text < count; text++)
        {
            services.GetRequiredService<SearchIndex>().Add("test", Ids.New(), "学习简报", "正文", "", new DateOnly(2023, 5, 1));
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        }
    }

    [Fact]
    public async Task The_doctor_says_what_cures_each_problem()
    {
        await using var app = await StartAsync("sqlite:/nowhere/at/all/x.db");
        var found = await app.Services.GetRequiredService<Doctor>().ExamineAsync();
        found.Where(check => !check.IsWell).ShouldAllBe(check => check.Cure != null && check.Detail.Length > 0);
        found.Single(check => check.Id == "DB001").Detail.ShouldContain("/nowhere/at/all/x.db");
        found.Select(check => check.Id).ShouldBeUnique();
        found.Single(check => check.Id == "CLK001").Detail.ShouldBe("Not looked at, because of DB002.");
        found.Single(check => check.Id == "FS001").IsWell.ShouldBeTrue();
    }

    [Fact]
    public async Task The_doctor_finds_a_sound_installation_well()
    {
        var found = await installation.Services.GetRequiredService<Doctor>().ExamineAsync();
        // Other tests tamper with ledgers of their own and move the clock on purpose.
        found.Where(check => check.Id is not ("LDG001" or "CLK001")).Where(check => !check.IsWell).ShouldBeEmpty();
        found.Count(check => check.Id.StartsWith("DATA-", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }

    private static async Task FoundAsync(WebApplication app, string slug)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Committees.Add(
            new Committee
            {
                Slug = slug,
                Name = "政协测试区委员会",
                ShortName = "测试区政协",
                EnglishName = "Test District Committee",
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task<WebApplication> StartAsync(string address)
    {
        var app = WebHost.Build(
            DatabaseAddress.Parse(address),
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
            }
        );
        await app.StartAsync();
        return app;
    }
}
