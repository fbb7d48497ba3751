using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Members;

/// <summary>Members in a test committee, made by the product's own verbs.</summary>
internal static class MembersWorld
{
    internal static SeatDetails Seat(
        MembershipLevel level = MembershipLevel.County,
        string sector = "education",
        MemberDuty duty = MemberDuty.Ordinary,
        int term = 13
    ) =>
        new()
        {
            Level = level,
            Term = term,
            Sector = sector,
            Duty = duty,
            StartsOn = new DateOnly(2021, 10, 1),
        };

    /// <summary>The id of the new membership.</summary>
    internal static Task<Guid> EnrolAsync(
        this TestCommittee committee,
        string name,
        string? unit = null,
        string? phone = null,
        MembershipLevel level = MembershipLevel.County,
        string sector = "education",
        MemberDuty duty = MemberDuty.Ordinary
    ) =>
        committee.EnrolAsync(
            new PersonDetails
            {
                Name = name,
                Unit = unit,
                Phone = phone,
            },
            Seat(level, sector, duty)
        );

    internal static Task<Guid> EnrolAsync(this TestCommittee committee, PersonDetails person, SeatDetails seat) =>
        committee.DoAsync(async services =>
        {
            var id = await services.GetRequiredService<MembersApi>().EnrolAsync(person, seat);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            return id;
        });
}
