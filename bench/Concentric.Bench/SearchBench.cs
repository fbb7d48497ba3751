using System.Diagnostics;
using System.Globalization;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform.Data;
using Concentric.Platform.Search;
using Concentric.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>
/// A committee's search and its look for what is alike, on an installation of its own and on one that it shares with ninety-nine others
/// that use the same words.
/// </summary>
internal static class SearchBench
{
    private const int Texts = 2_000;
    private const int Others = 99;
    private const int Rounds = 5;
    private const int Asked = 200;
    private const int Sections = 60;
    private static readonly DateOnly Day = new(2023, 1, 4);

    private static readonly string[] Parts =
    [
        "村里",
        "灌溉",
        "支渠",
        "漏水",
        "浇不上",
        "路灯",
        "不亮",
        "小区",
        "电梯",
        "加装",
        "垃圾",
        "清运",
        "停车",
        "位少",
        "校门口",
        "拥堵",
        "老年人",
        "食堂",
        "太远",
        "污水",
        "外溢",
        "健身",
        "器材",
        "损坏",
        "行道树",
        "遮挡",
        "公交",
        "班次",
        "自来水",
        "水压",
        "低",
        "希望",
        "尽快",
        "解决",
        "请",
        "协调",
        "有关部门",
        "居民",
        "反映",
        "多次",
    ];

    internal static async Task RunAsync(Results results, string engine, string? server)
    {
        await using var alone = await OpenAsync(server, others: 0);
        await using var shared = await OpenAsync(server, Others);
        foreach (var (name, isAlike) in new[] { ("a search of common words", false), ("a look for matters alike", true) })
        {
            var speeds = new Dictionary<Shelf, List<double>> { [alone] = [], [shared] = [] };
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (shelf, measured) in speeds)
                {
                    var speed = await PerSecondAsync(shelf, isAlike);
                    if (round > 0)
                        measured.Add(speed);
                }
            }

            double Median(Shelf one) => speeds[one].Order().ElementAt(Rounds / 2);
            results.Add(
                $"time of {name} in {Texts:N0} texts beside ninety-nine committees with as many, {engine}",
                "the same on an installation of its own",
                Median(alone) / Median(shared),
                // FTS5 goes through a word's whole list of rows, whoever they belong to; many committees belong on PostgreSQL.
                server is null
                    ? Limit.None
                    : Limit.Most(1.5),
                $"{Median(shared):0} against {Median(alone):0} searches/s"
            );
        }
    }

    private static async Task<double> PerSecondAsync(Shelf shelf, bool isAlike)
    {
        await using var scope = shelf.Installation.App.Services.CreateCommitteeScope(shelf.Committee, "bench");
        var search = scope.ServiceProvider.GetRequiredService<ITextSearch>();
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; number < Asked; number++)
        {
            var request = new SearchRequest(MatterIntake.SearchKind, isAlike ? TextOf(number) : Parts[number % Parts.Length]);
            if (isAlike)
                request = request with { IsAnyTerm = true, Sections = [SectionOf(number), SectionOf(number + 1)] };
            await search.FindAsync(request);
        }

        return Asked / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<Shelf> OpenAsync(string? server, int others)
    {
        var installation = await BenchInstallation.CreateAsync(server);
        var committee = await installation.AddCommitteeAsync("bench");
        await FillAsync(installation, committee, seed: 0);
        for (var number = 1; number <= others; number++)
        {
            var other = await installation.AddCommitteeAsync("other" + number.ToString(CultureInfo.InvariantCulture));
            await FillAsync(installation, other, number * Texts);
        }

        return new Shelf(installation, committee);
    }

    private static async Task FillAsync(BenchInstallation installation, Committee committee, int seed)
    {
        await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
        var index = scope.ServiceProvider.GetRequiredService<SearchIndex>();
        for (var number = 0; number < Texts; number++)
        {
            var text = TextOf(seed + number);
            var day = Day.AddDays(number % 350);
            index.Add(MatterIntake.SearchKind, Guid.CreateVersion7(), text[..6], text, SectionOf(number), day);
        }

        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
    }

    private static string SectionOf(int number) => "place" + (number % Sections).ToString(CultureInfo.InvariantCulture);

    private static string TextOf(int number)
    {
        var random = new Random(number);
        return string.Concat(random.GetItems(Parts, 12));
    }

    private sealed record Shelf(BenchInstallation Installation, Committee Committee) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Installation.DisposeAsync();
    }
}
