using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Mine;

/// <summary>The matters that the member brought in, and where each stands.</summary>
[RequireSignIn]
public sealed class MyMattersPage(OwnSeat own) : AppPage
{
    private const int PageSize = 20;

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public bool MayBringIn { get; private set; }

    public IReadOnlyList<OwnMatter> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        MayBringIn = await own.TodayAsync(cancellation) is not null;
        var matters = await own.MattersAsync(cancellation);
        Pages = Math.Max(1, (await matters.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await matters
            .OrderByDescending(matter => matter.CollectedAt)
            .ThenBy(matter => matter.Id)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .Select(matter => new OwnMatter(matter.Id, matter.Title, matter.CollectedOn, matter.State))
            .ToListAsync(cancellation);
    }

    public sealed record OwnMatter(Guid Id, string Title, DateOnly Day, MatterState State);
}
