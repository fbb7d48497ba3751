using System.Globalization;
using Concentric.Modules.Members;

namespace Concentric.Modules.Appraisal.Duties.Demo;

/// <summary>A record of the demo world as it is to be registered; <paramref name="Thing"/> is shared by the steps of one thing.</summary>
internal sealed record DemoRecord(DutyDetails Details, int? Thing);

/// <summary>Lays the plan's duties out over the year's members and days, the same at every run.</summary>
internal sealed class DemoDuties(DemoDutiesPlan plan, IReadOnlyList<SeatHeld> seats)
{
    private const int Weak = 3;
    private readonly Random random = new(seats.Count);
    private readonly Dictionary<Guid, int> groups = [];
    private int things;

    /// <summary>In the order of their days.</summary>
    internal List<DemoRecord> All()
    {
        var shuffled = seats.OrderBy(_ => random.Next()).ToList();
        foreach (var (seat, place) in shuffled.Select((seat, place) => (seat, place)))
            groups[seat.MembershipId] = GroupAt(place * 100 / shuffled.Count);
        return [.. Plenary().Concat(plan.Series.SelectMany(Lay)).OrderBy(record => record.Details.OccurredOn)];
    }

    /// <summary>A single record with members taken by chance.</summary>
    internal DutyDetails Single(DemoDuty duty) =>
        new()
        {
            Kind = duty.Kind,
            Title = duty.Title,
            OccurredOn = duty.On,
            Office = duty.Office,
            Reference = duty.Reference,
            Note = duty.Note,
            Members = [.. seats.OrderBy(_ => random.Next()).Take(duty.Size).Select(seat => MemberOf(seat, duty.Step))],
        };

    internal static DutyMember MemberOf(SeatHeld seat, string? step, int quantity = 1) =>
        new()
        {
            MembershipId = seat.MembershipId,
            PersonId = seat.PersonId,
            Name = seat.Name,
            Step = step,
            Quantity = quantity,
        };

    private int GroupAt(int percent)
    {
        var group = 0;
        for (var sum = plan.Shares[0]; percent >= sum && group < plan.Shares.Count - 1; sum += plan.Shares[group])
            group++;
        return group;
    }

    private IEnumerable<DemoRecord> Plenary()
    {
        var plenary = plan.Plenary;
        List<DutyMember> present = [];
        List<DutyMember> excused = [];
        foreach (var seat in seats)
        {
            var isAway = groups[seat.MembershipId] == Weak && random.Next(plenary.AwayOneIn) == 0;
            var leave = random.Next(plenary.LeaveOneIn) == 0 ? random.Next(1, 3) : 0;
            if (isAway)
                continue;
            present.Add(MemberOf(seat, "present", plenary.HalfDays - leave));
            if (leave > 0)
                excused.Add(MemberOf(seat, "excused", leave));
        }

        yield return new DemoRecord(Of(plenary.Title, present), null);
        if (excused.Count > 0)
            yield return new DemoRecord(Of(plenary.Leave, excused), null);
        DutyDetails Of(string title, List<DutyMember> members) =>
            new()
            {
                Kind = "duty.plenary-half-day",
                Title = title,
                OccurredOn = plenary.On,
                Office = "general-office",
                Members = members,
            };
    }

    private IEnumerable<DemoRecord> Lay(DemoDutySeries series)
    {
        var shared = Shares(series).ToList();
        var days = series.To.DayNumber - series.From.DayNumber;
        for (var number = 0; number < shared.Count; number++)
        {
            var day = series.From.AddDays(shared.Count < 2 ? 0 : days * number / (shared.Count - 1));
            var record = new DemoRecord(Details(series, shared[number], number, day), things++);
            yield return record;
            if (series.Later is { } later && number % later.Every == 0 && later.On > day)
                yield return record with
                {
                    Details = record.Details with
                    {
                        OccurredOn = later.On,
                        Members = [.. record.Details.Members.Select(member => member with { Step = later.Step })],
                    },
                };
        }
    }

    /// <summary>Who stands together in each record. In each round everybody stands once at most, so nobody stands in one twice.</summary>
    private IEnumerable<SeatHeld[]> Shares(DemoDutySeries series)
    {
        var wanted = seats.ToDictionary(seat => seat.MembershipId, seat => Times(series.Rates[groups[seat.MembershipId]]));
        for (var round = 0; round < wanted.Values.Max(); round++)
        {
            var turn = seats.Where(seat => wanted[seat.MembershipId] > round).OrderBy(_ => random.Next()).ToList();
            foreach (var together in turn.Chunk(series.Size))
                yield return [.. together.OrderBy(seat => groups[seat.MembershipId])];
        }
    }

    // 1.6 times: once, and once more for six in ten.
    private int Times(double rate) => (int)rate + (random.NextDouble() < rate % 1 ? 1 : 0);

    private DutyDetails Details(DemoDutySeries series, SeatHeld[] together, int number, DateOnly day)
    {
        // Places and titles turn at different speeds, so that their pairs come again late.
        var place = plan.Places[number % plan.Places.Count];
        var title = series.Titles[number / plan.Places.Count % series.Titles.Count];
        return new DutyDetails
        {
            Kind = series.Kind,
            Title = Filled(series.Title, place, title),
            OccurredOn = day,
            Office = series.Office,
            Contact = series.Contact is { } contact ? Filled(contact, place, title) : null,
            Reference = series.Reference is { } reference ? Filled(reference, number + 1) : null,
            Members =
            [
                .. together.Select(
                    (seat, order) =>
                        MemberOf(seat, series.Step) with
                        {
                            Part =
                                series.Part is null ? null
                                : together.Length == 1 ? DutyPart.Sole
                                : order == 0 ? series.Part
                                : DutyPart.Joint,
                        }
                ),
            ],
        };
    }

    private static string Filled(string pattern, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, pattern, values);
}
