using Concentric.Modules.Members;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>Puts what was decided about people into the order of their names, so that no list tells who had more points.</summary>
public sealed class NameOrder(MembersApi members)
{
    public async Task<IReadOnlyList<T>> InOrderAsync<T>(
        RuleSheet sheet,
        IEnumerable<T> rows,
        Func<T, Guid> personOf,
        CancellationToken cancellation
    )
    {
        var seats = await members.HeldBetweenAsync(sheet.From, sheet.To, cancellation: cancellation);
        var places = seats
            .Select(seat => seat.PersonId)
            .Distinct()
            .Select((person, place) => (person, place))
            .ToDictionary(pair => pair.person, pair => pair.place);
        return [.. rows.OrderBy(row => places.GetValueOrDefault(personOf(row), int.MaxValue)).ThenBy(personOf)];
    }
}
