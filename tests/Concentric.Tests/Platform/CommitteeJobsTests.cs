using System.Collections.Concurrent;
using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concentric.Tests.Platform;

public sealed class CommitteeJobsTests(Installation installation)
{
    /// <summary>06:40 in Shanghai.</summary>
    private static readonly DateTimeOffset MorningInShanghai = new(2023, 5, 9, 22, 40, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_job_of_the_morning_runs_in_the_morning_of_each_committee()
    {
        await using var app = WebHost.Build(
            installation.Address,
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddCommitteeJob<MorningJob>().AddCommitteeJob<HourlyJob>();
            }
        );
        var shanghai = await FoundAsync(app.Services, "Asia/Shanghai");
        var urumqi = await FoundAsync(app.Services, "Asia/Urumqi");

        async Task<IReadOnlyList<Guid>> RanAtAsync<T>(DateTimeOffset moment)
            where T : class, ICommitteeJob
        {
            Ran.Clear();
            await app.Services.RunWhereDueAsync<T>(moment.AddMinutes(-1), moment, TestContext.Current.CancellationToken);
            return [.. new[] { shanghai, urumqi }.Where(Ran.Contains)];
        }

        (await RanAtAsync<MorningJob>(MorningInShanghai)).ShouldBe([shanghai]);
        (await RanAtAsync<MorningJob>(MorningInShanghai.AddMinutes(1))).ShouldBeEmpty();
        (await RanAtAsync<MorningJob>(MorningInShanghai.AddHours(2))).ShouldBe([urumqi]);
        // 06:40 by a server's clock in UTC is no committee's morning.
        (await RanAtAsync<MorningJob>(MorningInShanghai.AddHours(8))).ShouldBeEmpty();
        (await RanAtAsync<HourlyJob>(MorningInShanghai)).ShouldBe([shanghai, urumqi]);
    }

    [Theory]
    [InlineData("0 40 6 * * ?", "0 * * * * ?")]
    [InlineData("30 17 * * * ?", "30 17 * * * ?")]
    [InlineData("0 3/15 * * * ?", "0 3/15 * * * ?")]
    public void Only_a_time_of_the_day_is_asked_for_every_minute(string cron, string timer) =>
        new JobTime(cron).Timer.ShouldBe(timer);

    [Fact]
    public void A_timer_that_comes_late_still_finds_what_was_due()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var time = new JobTime(MorningJob.Cron);
        time.HasCome(zone, MorningInShanghai.AddMinutes(-1), MorningInShanghai.AddMinutes(5)).ShouldBeTrue();
        time.HasCome(zone, MorningInShanghai, MorningInShanghai.AddMinutes(5)).ShouldBeFalse();
        time.HasCome(zone, null, MorningInShanghai).ShouldBeTrue();
    }

    private static ConcurrentBag<Guid> Ran { get; } = [];

    private static async Task<Guid> FoundAsync(IServiceProvider services, string zone)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var committee = new Committee
        {
            Slug = "z" + Guid.CreateVersion7().ToString("N")[14..],
            Name = zone,
            ShortName = zone,
            EnglishName = zone,
            TimeZone = zone,
        };
        db.Committees.Add(committee);
        await db.SaveChangesAsync();
        return committee.Id;
    }

    private sealed class MorningJob(CurrentCommittee committee) : ICommitteeJob
    {
        public static string Name => "morning of a test";
        public static string Cron => "0 40 6 * * ?";

        public Task RunAsync(CancellationToken cancellation)
        {
            Ran.Add(committee.Id);
            return Task.CompletedTask;
        }
    }

    private sealed class HourlyJob(CurrentCommittee committee) : ICommitteeJob
    {
        public static string Name => "hour of a test";
        public static string Cron => "30 17 * * * ?";

        public Task RunAsync(CancellationToken cancellation)
        {
            Ran.Add(committee.Id);
            return Task.CompletedTask;
        }
    }
}
