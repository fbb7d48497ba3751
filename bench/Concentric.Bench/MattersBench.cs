using System.Globalization;
using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>
/// The office's board of matters and the public's list on an installation of a thousand matters, and on one where a hundred committees
/// have a million together, ten thousand each.
/// </summary>
internal static class MattersBench
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int Others = 99;
    private const int Rounds = 5;
    private const int Places = 60;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    private static readonly (string Name, string Path, bool IsOffice)[] Pages =
    [
        ("the office's board of matters", "/bench/office/consultation/matters/board", true),
        ("the public list of matters", "/bench/matters?anew=1", false),
    ];

    internal static async Task RunAsync(Results results, string engine, string? server)
    {
        await using var few = await OpenAsync(server, Few, others: 0);
        await using var many = await OpenAsync(server, Many, Others);
        foreach (var (name, path, isOffice) in Pages)
        {
            var speeds = new Dictionary<Crowd, List<double>> { [few] = [], [many] = [] };
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (crowd, measured) in speeds)
                {
                    var speed = await AskAsync(crowd, path, isOffice);
                    if (round > 0)
                        measured.Add(speed);
                }
            }

            double Median(Crowd one) => speeds[one].Order().ElementAt(Rounds / 2);
            results.Add(
                $"time of {name} beside a million matters of a hundred committees, {engine}",
                $"the same page on an installation of {Few:N0} matters",
                Median(few) / Median(many),
                Limit.Most(1.5),
                $"{Median(many):0.0} against {Median(few):0.0} pages/s"
            );
        }
    }

    private static Task<double> AskAsync(Crowd crowd, string path, bool isOffice) =>
        Load.PerSecondAsync(
            new IPEndPoint(IPAddress.Loopback, new Uri(crowd.Installation.App.Urls.First()).Port),
            path,
            "identity",
            connections: 2,
            Time,
            isOffice ? crowd.Cookie : null
        );

    private static async Task<Crowd> OpenAsync(string? server, int matters, int others)
    {
        var installation = await BenchInstallation.CreateAsync(server, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        var committee = await installation.AddCommitteeAsync("bench");
        await FillAsync(installation, committee, matters);
        await Neighbours.AddAsync(
            installation,
            committee,
            others,
            ["consultation_places", "consultation_handling_units", "consultation_matters", "consultation_matter_assignments"]
        );
        await installation.App.StartAsync();
        return new Crowd(installation, await OfficeVisitor.JoinAsync(installation, committee));
    }

    private static async Task FillAsync(BenchInstallation installation, Committee committee, int count)
    {
        var places = new List<Guid>();
        var unit = Guid.Empty;
        foreach (var part in Enumerable.Range(0, count).Chunk(500))
        {
            await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var deadlines = scope.ServiceProvider.GetRequiredService<MatterDeadlines>();
            if (places.Count == 0)
                (places, unit) = Found(db);
            foreach (var number in part)
                db.Add(Lead(number, places[number % Places], unit, deadlines));
            await db.SaveChangesAsync();
        }
    }

    private static (List<Guid> Places, Guid Unit) Found(AppDb db)
    {
        var doer = new Doer(Guid.CreateVersion7(), "bench", DateTimeOffset.UtcNow);
        var places = new List<Guid>();
        for (var number = 0; number < Places; number++)
        {
            var name = "place" + number.ToString(CultureInfo.InvariantCulture);
            var (place, step) = Place.Found(new PlaceDetails { Name = name, Kind = PlaceKind.Village }, name, null, doer);
            db.AddRange(place, step);
            places.Add(place.Id);
        }

        var (unit, unitStep) = HandlingUnit.Found(new UnitDetails("unit", Tasks: null), "unit", doer);
        db.AddRange(unit, unitStep);
        return (places, unit.Id);
    }

    /// <summary>Three in four are closed, the others lie on their way; nine in ten are shown to the public.</summary>
    private static Matter Lead(int number, Guid place, Guid unit, MatterDeadlines deadlines)
    {
        var day = new DateOnly(2023, 1, 4).AddDays(number % 350);
        MatterAct Act(int days) =>
            new(
                new Doer(Guid.Empty, "bench", new DateTimeOffset(day.AddDays(days), new TimeOnly(2, number % 60), TimeSpan.Zero)),
                day.AddDays(days),
                deadlines
            );
        var matter = Matter.Collect(
            new MatterDetails
            {
                Title = $"matter {number}",
                Text = new string('x', 200),
                PlaceId = place,
                Topic = "water",
            },
            MatterTracking.Digest(MatterTracking.NewCode())!,
            Act(0)
        );
        Action[] way =
        [
            () => matter.Accept(number + 1, repeats: null, Act(1)),
            () => matter.Approve(words: null, Act(2)),
            () => matter.Schedule(room: null, day.AddDays(20), words: null, Act(3)),
            () => matter.BeginSession(Act(5)),
            () => matter.Conclude(MatterConclusion.Agreed, day.AddDays(5), "x", Act(5)),
            () => matter.DraftMinutes(Act(6)),
            () => matter.SignMinutes(Act(6)),
            () => matter.Submit("x", words: null, Act(7)),
            () => matter.Assign(unit, [], day.AddDays(30), words: null, Act(8)),
            () => matter.Receive(matter.Lead!, Act(9)),
            () => matter.Reply(matter.Lead!, "A", "x", Act(20)),
            () => matter.SeekFeedback(Act(21)),
            () => matter.GiveFeedback(FeedbackGiver.Submitter, SatisfactionMark.Satisfied, words: null, Act(22)),
            () => matter.SettleFeedback(Act(22)),
            () => matter.Close(MatterOutcome.Solved, "x", Act(23)),
        ];
        foreach (var step in way.Take(number % 4 < 3 ? way.Length : number / 4 % way.Length))
            step();
        if (number % 10 > 0 && matter.WhyNotClear() is null)
            matter.Clear(matter.Title, matter.Text, Act(24));
        return matter;
    }

    private sealed record Crowd(BenchInstallation Installation, string Cookie) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Installation.DisposeAsync();
    }
}
