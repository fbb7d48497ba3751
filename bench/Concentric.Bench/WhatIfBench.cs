using System.Net;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concentric.Bench;

/// <summary>
/// A county's whole what-if in one page view: the demo world's 332 members under the sheet in force and under the draft, beside the
/// draft's page that shows its rules and judges nobody, and beside the year's list that judges everybody once.
/// </summary>
internal static class WhatIfBench
{
    private const string Committee = "suzhou";
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    internal static async Task RunAsync(Results results, string engine, string? server)
    {
        await using var installation = await BenchInstallation.CreateAsync(
            server,
            builder => builder.WebHost.UseUrls("http://127.0.0.1:0")
        );
        await BuildDemoAsync(installation);
        await installation.App.StartAsync();
        var address = new Uri(installation.App.Urls.First());
        var password = DemoBuilder.ReadPlan(installation.App.Services.GetRequiredService<DataFolder>()).Password;
        var cookie = await OfficeVisitor.SignInAsync(address, Committee, "office", password);
        var draft = await DraftAsync(installation);
        var endpoint = new IPEndPoint(IPAddress.Loopback, address.Port);
        Task<double> AskAsync(string path, TimeSpan time) =>
            Load.PerSecondAsync(endpoint, $"/{Committee}{path}", "identity", connections: 2, time, cookie);
        var pages = new[]
        {
            $"/office/appraisal/sheets/{draft}/what-if",
            $"/office/appraisal/sheets/{draft}",
            "/office/appraisal/2023",
        };
        foreach (var page in pages)
            await AskAsync(page, Time / 2);
        var (whatIf, without, once) = (
            await AskAsync(pages[0], Time),
            await AskAsync(pages[1], Time),
            await AskAsync(pages[2], Time)
        );
        results.Add(
            $"time of the what-if of a county, {engine}",
            "the draft's page without it",
            without / whatIf,
            Limit.None,
            $"{2000 / whatIf:0} ms against {2000 / without:0} ms a page on two connections"
        );
        results.Add(
            $"time of the what-if of a county, {engine}",
            "the year's list, which judges everybody once",
            once / whatIf,
            Limit.None,
            $"{2000 / whatIf:0} ms against {2000 / once:0} ms a page on two connections"
        );
    }

    private static async Task BuildDemoAsync(BenchInstallation installation)
    {
        var clock = new DemoClock();
        await using var app = WebHost.Build(
            installation.Address,
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton(clock);
                builder.Services.AddSingleton<DemoBuilder>();
            }
        );
        await app.Services.GetRequiredService<DemoBuilder>().BuildAsync(CancellationToken.None);
    }

    private static async Task<Guid> DraftAsync(BenchInstallation installation)
    {
        await using var outer = installation.App.Services.CreateAsyncScope();
        var committee = await outer
            .ServiceProvider.GetRequiredService<AppDb>()
            .Committees.SingleAsync(one => one.Slug == Committee);
        await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
        return await scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .Set<SheetEdition>()
            .Where(edition => edition.State == SheetState.Draft)
            .Select(edition => edition.Id)
            .FirstAsync();
    }
}
