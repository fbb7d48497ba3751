using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Objections.Mine;

/// <summary>The own objections, latest first.</summary>
[RequireSignIn]
public sealed class MyObjectionsPage(AppDb db, CurrentActor actor) : AppPage
{
    /// <summary>More than a member raises in a term.</summary>
    private const int Most = 100;

    public IReadOnlyList<ObjectionRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (actor.PersonId is { } person)
            Rows = await ObjectionRow
                .Of(db, db.Set<Objection>().Where(row => row.PersonId == person))
                .OrderByDescending(row => row.RaisedAt)
                .Take(Most)
                .ToListAsync(cancellation);
    }
}
