using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Mine;

/// <summary>My duty records: those about me and those I told of, and nobody else's.</summary>
[RequireSignIn]
public sealed class MyDutiesPage(AppDb db, CurrentActor actor) : AppPage
{
    private const int PageSize = 20;

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public bool MayReport => actor.PersonId is not null;

    public IReadOnlyList<OwnRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var person = actor.PersonId;
        // What was corrected is found through its correction.
        var rows = db.Set<DutyRecord>().ShownTo(actor).Where(row => row.State != DutyState.Replaced);
        Pages = Math.Max(1, (await rows.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await rows.OrderByDescending(row => row.OccurredOn)
            .ThenBy(row => row.Id)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .Select(row => new OwnRow
            {
                Id = row.Id,
                Title = row.Title,
                Kind = row.Kind,
                OccurredOn = row.OccurredOn,
                State = row.State,
                Step = row.Members.Where(entry => entry.PersonId == person).Select(entry => entry.Step).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
    }

    public sealed class OwnRow
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public string Kind { get; init; } = "";
        public DateOnly OccurredOn { get; init; }
        public DutyState State { get; init; }
        public string? Step { get; init; }
    }
}
