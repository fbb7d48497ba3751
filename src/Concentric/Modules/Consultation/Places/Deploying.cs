using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>Deploys members, ends and withdraws deployments; each keeps its fact in the same save.</summary>
public sealed class Deploying(PlaceDesk desk, MembersApi members, Ledger ledger, ActorField ownField, OfficeList offices)
{
    /// <summary>More than this at once is a mistake.</summary>
    public const int MostAtOnce = 500;

    /// <summary>The offices in whose name the one who acts may deploy.</summary>
    public IReadOnlyList<Platform.Identity.Office> Offices =>
        ownField.Of(PlacePermissions.Deploy) is { } own ? own : [.. offices.Desks];

    /// <summary>Why these members cannot be deployed to the place as entered, each beside its field; one who stands there already is named.</summary>
    public async Task<IReadOnlyList<Refusal>> FaultsAsync(
        Place place,
        IReadOnlyList<DeployedMember> chosen,
        DeploymentDetails details,
        CancellationToken cancellation
    )
    {
        List<Refusal> faults = [.. details.Faults(desk.Today)];
        if (place.WhyNotChange() is { } closed)
            faults.Add(closed);
        if (details.Office is { Length: > 0 } office && Offices.All(own => own.Id != office))
            faults.Add(new Refusal("DeploymentOfficeMissing").At(nameof(details.Office)));
        if (
            details.WorkstationId is { } station
            && !await desk
                .Db.Set<MemberWorkstation>()
                .AnyAsync(row => row.Id == station && row.PlaceId == place.Id && row.ClosedOn == null, cancellation)
        )
            faults.Add(new Refusal("WorkstationElsewhere").At(nameof(details.WorkstationId)));
        if (chosen.Count is 0 or > MostAtOnce)
            faults.Add(new Refusal("DeploymentNobody", MostAtOnce).At("Chosen"));
        var ids = chosen.Select(member => member.MembershipId).ToList();
        var standing = await desk
            .Db.Set<Deployment>()
            .Where(row => row.PlaceId == place.Id && row.State == DeploymentState.Standing && ids.Contains(row.MembershipId))
            .Select(row => row.MemberName)
            .ToListAsync(cancellation);
        if (standing.Count > 0)
            faults.Add(new Refusal("DeployedAlready", string.Join("、", standing.Take(10)), standing.Count).At("Chosen"));
        if (details.From is { } from)
        {
            var held = (await members.HeldBetweenAsync(from, from, cancellation: cancellation))
                .Select(seat => seat.MembershipId)
                .ToHashSet();
            if (chosen.FirstOrDefault(member => !held.Contains(member.MembershipId)) is { } early)
                faults.Add(new Refusal("MemberSeatNotHeld", early.Name).At("Chosen"));
        }

        return faults;
    }

    /// <summary>Records the deployment of many to one place, with a fact for each, in one save.</summary>
    /// <exception cref="RefusedException">See <see cref="FaultsAsync"/>.</exception>
    public async Task RecordAsync(
        Place place,
        IReadOnlyList<DeployedMember> chosen,
        DeploymentDetails details,
        CancellationToken cancellation
    )
    {
        await AddAsync(place, chosen, details, cancellation);
        await desk.Db.SaveChangesAsync(cancellation);
    }

    /// <summary>The same for the next save, which may bring members to several places.</summary>
    internal async Task AddAsync(
        Place place,
        IReadOnlyList<DeployedMember> chosen,
        DeploymentDetails details,
        CancellationToken cancellation
    )
    {
        var seats = (await members.FindAsync([.. chosen.Select(member => member.MembershipId)], cancellation)).ToDictionary(
            seat => seat.MembershipId,
            seat => seat.Level
        );
        foreach (var member in chosen)
            Add(place, member, seats[member.MembershipId], details);
    }

    /// <summary>One of them, whose seat is of this level.</summary>
    internal Deployment Add(Place place, DeployedMember member, MembershipLevel level, DeploymentDetails details)
    {
        var (deployment, step) = Deployment.Record(place, member, details, desk.Today, desk.Doer);
        desk.Db.AddRange(deployment, step);
        ledger.Record(DeploymentFacts.Of(deployment, place, level));
        return deployment;
    }

    /// <summary>Why the one who acts may not touch a record of another office.</summary>
    public Refusal? WhyNotOwn(Deployment deployment) =>
        ownField.Covers(PlacePermissions.Deploy, deployment.Office)
            ? null
            : new Refusal("DeploymentNotOwn", offices.TitleOf(deployment.Office));

    public async Task EndAsync(Deployment deployment, Ending ending, CancellationToken cancellation)
    {
        desk.Db.Add(deployment.End(ending, desk.Today, desk.Doer));
        await desk.Db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes back what was entered wrongly: the fact is retracted, visibly.</summary>
    public async Task WithdrawAsync(Deployment deployment, string reason, CancellationToken cancellation)
    {
        desk.Db.Add(deployment.Withdraw(reason, desk.Doer));
        foreach (var fact in await ledger.StandingOf(Deployment.SourceType, deployment.Id).ToListAsync(cancellation))
            ledger.Retract(fact, reason.Trim(), desk.Today);
        await desk.Db.SaveChangesAsync(cancellation);
    }
}
