using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Members;

/// <summary>One duty of a seat and its days; the last day is null while it goes on.</summary>
public sealed record DutySpan(MemberDuty Duty, DateOnly From, DateOnly? To);

public sealed partial class Membership
{
    /// <summary>Why the duty cannot change on that day; <see cref="EarlierDuties"/> must be loaded.</summary>
    public Refusal? WhyNotChangeDuty(MemberDuty duty, DateOnly from, string? basis, DateOnly today) =>
        WhyNotEnd()
        ?? (
            duty == Duty ? new Refusal("DutyIsSo").At("NewDuty")
            : from > today ? new Refusal("DutyChangesLater").At("From")
            : from <= StartsOn ? new Refusal("DutyChangesBeforeSeat", StartsOn.ToString("O")).At("From")
            : LastChange is { } last && from.AddDays(-1) <= last.LastDay
                ? new Refusal("DutyChangedAfter", last.LastDay.AddDays(1).ToString("O")).At("From")
            : string.IsNullOrWhiteSpace(basis) ? new Refusal("DutyNeedsBasis").At("Basis")
            : basis.Length > EarlierDuty.LongestBasis ? new Refusal("TooLong", EarlierDuty.LongestBasis, basis.Length).At("Basis")
            : null
        );

    /// <summary>任职变动: from a day the seat carries another duty; until then it is counted under the earlier one.</summary>
    public void ChangeDuty(MemberDuty duty, DateOnly from, string basis, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChangeDuty(duty, from, basis, today));
        EarlierDuties.Add(EarlierDuty.Of(this, from.AddDays(-1), basis, doer));
        Duty = duty;
    }

    public Refusal? WhyNotTakeBackDutyChange() => LastChange is null ? new Refusal("DutyNeverChanged") : null;

    /// <summary>Takes back the latest change, which was a mistake; the audit trail keeps that it was there.</summary>
    public void TakeBackDutyChange()
    {
        RefusedException.ThrowIf(WhyNotTakeBackDutyChange());
        var last = LastChange!;
        Duty = last.Duty;
        EarlierDuties.Remove(last);
    }

    private EarlierDuty? LastChange => EarlierDuties.MaxBy(earlier => earlier.LastDay);

    /// <summary>The duties in the order of their days.</summary>
    public static IEnumerable<DutySpan> SpansOf(
        MemberDuty latest,
        DateOnly startsOn,
        DateOnly? endsOn,
        IEnumerable<(MemberDuty Duty, DateOnly LastDay)> earlier
    )
    {
        var from = startsOn;
        foreach (var (duty, lastDay) in earlier.OrderBy(one => one.LastDay))
        {
            yield return new DutySpan(duty, from, lastDay);
            from = lastDay.AddDays(1);
        }

        yield return new DutySpan(latest, from, endsOn);
    }

    public IEnumerable<DutySpan> DutySpans() =>
        SpansOf(Duty, StartsOn, EndsOn, EarlierDuties.Select(earlier => (earlier.Duty, earlier.LastDay)));
}
