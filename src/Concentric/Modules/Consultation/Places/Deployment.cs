using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What a deployed member is at the place (站长, 成员).</summary>
public enum DeploymentRole
{
    Member,
    Head,
}

/// <summary>How a deployment stands.</summary>
public enum DeploymentState
{
    Standing,

    /// <summary>It was so, and is over.</summary>
    Ended,

    /// <summary>It never was: it was entered wrongly, and its fact is retracted.</summary>
    Withdrawn,
}

/// <summary>
/// 下沉 (Deployment): a member of any level is posted to a place or its workstation. Recorded once by the office that deploys; it ends with
/// a reason, or is withdrawn where it was entered wrongly.
/// </summary>
[ShownToPublic]
public sealed class Deployment : CommitteeEntity
{
    public const string SourceType = "consultation.deployment";
    public const int LongestName = 50;
    public const int LongestBasis = 200;

    private Deployment() { }

    public Guid PlaceId { get; private set; }
    public Guid? WorkstationId { get; private set; }
    public Guid MembershipId { get; private set; }

    /// <summary>Whose own page shows it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The member's name when it was recorded.</summary>
    public string MemberName { get; private set; } = "";
    public DeploymentRole Role { get; private set; }
    public DeploymentState State { get; private set; }

    /// <summary>The first day, in the committee's zone.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day; none while it stands.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The paper it rests on.</summary>
    public string? Basis { get; private set; }
    public string? EndedBecause { get; private set; }

    /// <summary>Who deploys and records (谁组织谁记录), by its id in <c>data/offices.yaml</c>.</summary>
    public string Office { get; private set; } = "";

    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="DeploymentDetails.Faults"/>.</exception>
    public static (Deployment Deployment, PlaceStep Step) Record(
        Place place,
        DeployedMember member,
        DeploymentDetails details,
        DateOnly today,
        Doer doer
    )
    {
        RefusedException.ThrowIf(place.WhyNotChange() ?? details.Faults(today).FirstOrDefault());
        var deployment = new Deployment
        {
            PlaceId = place.Id,
            WorkstationId = details.WorkstationId,
            MembershipId = member.MembershipId,
            PersonId = member.PersonId,
            MemberName = member.Name,
            Role = details.Role,
            From = details.From!.Value,
            Basis = Blank.ToNull(details.Basis),
            Office = details.Office!,
        };
        return (deployment, PlaceStep.Of(deployment.Id, PlaceVerb.Deployed, doer, deployment.Basis));
    }

    public Refusal? WhyNotEnd() =>
        State switch
        {
            DeploymentState.Ended => new Refusal("DeploymentEnded", MemberName),
            DeploymentState.Withdrawn => new Refusal("DeploymentWithdrawn", MemberName),
            _ => null,
        };

    public PlaceStep End(Ending ending, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotEnd() ?? ending.Fault(From, today));
        (State, Until, EndedBecause) = (DeploymentState.Ended, ending.Day, ending.Reason!.Trim());
        return PlaceStep.Of(Id, PlaceVerb.Ended, doer, EndedBecause);
    }

    public Refusal? WhyNotWithdraw() =>
        State == DeploymentState.Withdrawn ? new Refusal("DeploymentWithdrawn", MemberName) : null;

    /// <summary>Says that it was entered wrongly; whoever calls it retracts the fact in the same save.</summary>
    public PlaceStep Withdraw(string reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotWithdraw());
        (State, EndedBecause) = (DeploymentState.Withdrawn, reason.Trim());
        return PlaceStep.Of(Id, PlaceVerb.Withdrawn, doer, EndedBecause);
    }
}

/// <summary>Who is deployed: the seat, the person and the name.</summary>
public sealed record DeployedMember(Guid MembershipId, Guid PersonId, string Name);

/// <summary>A deployment as it is entered, for one member or for many at once.</summary>
public sealed record DeploymentDetails
{
    public Guid? WorkstationId { get; init; }
    public DeploymentRole Role { get; init; }
    public DateOnly? From { get; init; }
    public string? Basis { get; init; }
    public string? Office { get; init; }

    /// <summary>What is wrong with it, each beside its field. What is to come is recorded when it has begun.</summary>
    public IEnumerable<Refusal> Faults(DateOnly today)
    {
        if (From is null)
            yield return new Refusal("DeploymentDayMissing").At(nameof(From));
        if (From > today)
            yield return new Refusal("DeploymentToCome").At(nameof(From));
        if (string.IsNullOrEmpty(Office))
            yield return new Refusal("DeploymentOfficeMissing").At(nameof(Office));
        foreach (var fault in Blank.TooLong((nameof(Basis), Basis, Deployment.LongestBasis)))
            yield return fault;
    }
}
