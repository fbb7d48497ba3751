using System.Net;
using Concentric.Modules.Figures;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Facts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>
/// The year page of one committee with ten thousand facts, beside the same page of the same facts on an installation that
/// holds as many for each of 99 other committees. What others keep must not slow a committee down.
/// </summary>
internal static class YearsBench
{
    private const int Facts = 10_000;
    private const int Others = 99;
    private const int Year = 2023;
    private const int Rounds = 5;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);
    private static readonly string[] Studies =
    [
        "theory-study-group",
        "standing-committee-thematic-study",
        "staff-collective-study",
    ];

    internal static async Task RunAsync(Results results, string engine, string? server)
    {
        await using var alone = await OpenAsync(server, others: 0);
        await using var crowded = await OpenAsync(server, Others);
        var speeds = new Dictionary<BenchInstallation, List<double>> { [alone] = [], [crowded] = [] };
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (installation, measured) in speeds)
            {
                var speed = await AskAsync(installation);
                if (round > 0)
                    measured.Add(speed);
            }
        }

        double Median(BenchInstallation one) => speeds[one].Order().ElementAt(Rounds / 2);
        results.Add(
            $"time of the year page of {Facts:N0} facts beside {Others} committees with as many, {engine}",
            "the same page with nobody else's facts",
            Median(alone) / Median(crowded),
            Limit.Most(1.3),
            $"{Median(crowded):0.0} against {Median(alone):0.0} pages/s, {Facts * (Others + 1):N0} facts"
        );
    }

    /// <summary>Pages per second. An unknown parameter keeps a page from being kept.</summary>
    private static Task<double> AskAsync(BenchInstallation installation) =>
        Load.PerSecondAsync(
            new IPEndPoint(IPAddress.Loopback, new Uri(installation.App.Urls.First()).Port),
            $"/bench/figures/{Year}?anew=1",
            "identity",
            connections: 2,
            Time
        );

    private static async Task<BenchInstallation> OpenAsync(string? server, int others)
    {
        var installation = await BenchInstallation.CreateAsync(server, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        var committee = await installation.AddCommitteeAsync("bench");
        await RecordAsync(installation, committee);
        await Neighbours.AddAsync(installation, committee, others, ["platform_facts"]);
        await installation.App.StartAsync();
        return installation;
    }

    /// <summary>A year of studies and of those who came, through the product's own verb.</summary>
    private static async Task RecordAsync(BenchInstallation installation, Committee committee)
    {
        var members = Enumerable.Range(0, 332).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var part in Enumerable.Range(0, Facts).Chunk(500))
        {
            await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
            var ledger = scope.ServiceProvider.GetRequiredService<Ledger>();
            foreach (var number in part)
                ledger.Record(FactOf(number, members));
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            if (part[0] == 0)
                db.Add(OpenYear.Open(Year, Guid.CreateVersion7(), DateTimeOffset.UtcNow, new DateOnly(Year + 1, 1, 1)));
            await db.SaveChangesAsync();
        }
    }

    private static NewFact FactOf(int number, List<Guid> members)
    {
        var attended = number % 20 > 0;
        return new NewFact
        {
            Kind = attended ? "study.session-attended" : "study.session-held",
            Category = Studies[number % Studies.Length],
            OccurredOn = new DateOnly(Year, 1, 1).AddDays(number % 365),
            SubjectId = attended ? members[number % members.Count] : null,
            Step = attended ? "present" : null,
            Unit = attended ? UnitOfCount.PersonTimes : UnitOfCount.Times,
            SourceType = "meetings.meeting",
            SourceId = Guid.CreateVersion7(),
        };
    }
}
