using System.Globalization;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>
/// Makes up the demo world's year from its plan, the same at every run: which sessions are held where and when, what they talk about, and
/// what becomes of each matter.
/// </summary>
internal sealed class StoryBook(DemoMattersPlan plan, IReadOnlyList<StoryPlace> places)
{
    private readonly Random random = new(plan.Seed);
    private readonly List<Story> stories = [];
    private readonly List<StorySession> sessions = [];

    /// <summary>In the order of their days.</summary>
    public IReadOnlyList<StorySession> Sessions => sessions;

    public IReadOnlyList<Story> Stories => stories;

    /// <summary>The first day of a session: rooms open in the middle of February.</summary>
    private DateOnly First => new(plan.Year, 2, 20);

    private DateOnly Last => new(plan.Year, 12, 20);

    private DateOnly EndOfYear => new(plan.Year, 12, 29);

    public void Write()
    {
        foreach (var told in plan.Told)
            Tell(told);
        var fates = Fates();
        var days = SessionDays();
        // Each session concludes one matter; the rest of the matters are second or third on some agenda.
        var second = Enumerable
            .Range(0, fates.Count - days.Count)
            .GroupBy(_ => random.Next(days.Count))
            .ToDictionary(group => group.Key, group => group.Count());
        var at = 0;
        foreach (var (number, day) in days.Index())
        {
            var place = places[(number * 7 + random.Next(3)) % places.Count];
            var count = 1 + second.GetValueOrDefault(number);
            var concludes = Enumerable.Range(0, count).Select(_ => Make(place, day, fates[at++])).ToList();
            stories.AddRange(concludes);
            sessions.Add(new StorySession(place, day, concludes, []));
        }

        Turn(Fate.Rejected, plan.Rejected);
        Turn(Fate.Transferred, plan.Transferred);
        Turn(Fate.Merged, plan.Merged);
        sessions.Sort((one, other) => one.Day.CompareTo(other.Day));
    }

    /// <summary>One of the account's three: a first session comes to nothing, the second agrees.</summary>
    private void Tell(DemoTold told)
    {
        var place = places.First(one => one.Slug == told.Place);
        var talked = Day(told.Talked);
        var story = new Story
        {
            Place = place,
            Sort = told,
            Where = place.Name,
            Fate = Fate.Solved,
            Source = Enum.Parse<MatterSource>(told.Source, ignoreCase: true),
            Collected = Day(told.Collected),
            Adjourned = talked.AddDays(-10),
            Talked = talked,
            Closed = Day(told.Closed),
            Mark = SatisfactionMark.Satisfied,
            Dissent = told.Dissent,
            Told = told,
        };
        stories.Add(story);
        sessions.Add(new StorySession(place, talked.AddDays(-10), [], [story]));
        sessions.Add(new StorySession(place, talked, [story], []));
    }

    private List<Fate> Fates()
    {
        var fates = Enumerable
            .Repeat(Fate.Solved, plan.Solved - plan.Told.Count)
            .Concat(Enumerable.Repeat(Fate.PartlySolved, plan.PartlySolved))
            .Concat(Enumerable.Repeat(Fate.ListedInPlan, plan.ListedInPlan))
            .Concat(Enumerable.Repeat(Fate.Explained, plan.Explained))
            .ToArray();
        random.Shuffle(fates);
        return [.. fates];
    }

    private List<DateOnly> SessionDays()
    {
        var span = Last.DayNumber - First.DayNumber;
        return
        [
            .. Enumerable
                .Range(0, plan.Sessions - (2 * plan.Told.Count))
                .Select(_ => First.AddDays(random.Next(span + 1)))
                // Villages meet on any day but Sunday.
                .Select(day => day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(1) : day)
                .Order(),
        ];
    }

    private Story Make(StoryPlace place, DateOnly talked, Fate fate)
    {
        var sort = Pick(place);
        var handling = fate == Fate.Explained ? random.Next(4, 12) : random.Next(9, 70);
        var closed = Earlier(talked.AddDays(handling), EndOfYear);
        return new Story
        {
            Place = place,
            Sort = sort,
            Where = Where(place),
            Fate = fate,
            Source = random.Next(100) switch
            {
                < 62 => MatterSource.Public,
                < 84 => MatterSource.Member,
                < 93 => MatterSource.Department,
                _ => MatterSource.Leader,
            },
            Collected = random.Next(10) < 3 ? talked : Later(talked.AddDays(-random.Next(4, 26)), First.AddDays(-2)),
            Talked = talked,
            Closed = closed,
            Mark = MarkOf(fate),
            Dissent = fate != Fate.Solved || random.Next(8) == 0 ? plan.Dissents[random.Next(plan.Dissents.Count)] : null,
        };
    }

    /// <summary>Those that come to no session.</summary>
    private void Turn(Fate fate, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var place = places[random.Next(places.Count)];
            var day = First.AddDays(random.Next(Last.DayNumber - First.DayNumber));
            stories.Add(
                new Story
                {
                    Place = place,
                    Sort = Pick(place),
                    Where = Where(place),
                    Fate = fate,
                    Source = MatterSource.Public,
                    Collected = day,
                    Talked = day.AddDays(1),
                    Closed = day.AddDays(random.Next(1, 4)),
                }
            );
        }
    }

    /// <summary>What was solved pleased; of the rest a third was not enough for whoever brought it in.</summary>
    private SatisfactionMark MarkOf(Fate fate) =>
        fate == Fate.Solved
            ? random.Next(5) > 0
                ? SatisfactionMark.Satisfied
                : SatisfactionMark.BasicallySatisfied
            : random.Next(3) == 0
                ? SatisfactionMark.NotSatisfied
                : SatisfactionMark.BasicallySatisfied;

    private DemoSort Pick(StoryPlace place)
    {
        var kind = Kind(place);
        var fit = plan.Sorts.Where(sort => sort.At == "any" || sort.At == kind).ToList();
        var drawn = random.Next(fit.Sum(sort => sort.Weight));
        return fit.First(sort => (drawn -= sort.Weight) < 0);
    }

    private string Where(StoryPlace place)
    {
        var wheres = plan.Wheres[Kind(place)];
        return wheres[random.Next(wheres.Count)];
    }

    internal static string Kind(StoryPlace place) => place.IsVillage ? "village" : "community";

    private DateOnly Day(string monthDay) =>
        DateOnly.ParseExact($"{plan.Year}-{monthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
