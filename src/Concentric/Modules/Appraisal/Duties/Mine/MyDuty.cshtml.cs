using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Mine;

/// <summary>One record about me: what it says of me, who confirmed it, its evidence. Of others it says nothing.</summary>
[RequireSignIn]
public sealed class MyDutyPage(DutyDesk desk) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public DutyRecord Record { get; private set; } = null!;

    public DutyEntry? Own { get; private set; }

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    /// <summary>Why the office did not take it over.</summary>
    public DutyStep? Answer =>
        Record.State == DutyState.Declined ? Record.Steps.Find(step => step.Verb == DutyVerb.Decline) : null;

    public bool MayWithdraw => Record.State == DutyState.Reported && Record.ReportedBy == desk.Actor.AccountId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var person = desk.Actor.PersonId;
        var found = await desk
            .Db.Set<DutyRecord>()
            .ShownTo(desk.Actor)
            .Include(row => row.Steps)
            .SingleOrDefaultAsync(row => row.Id == Id);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        Record = found;
        Own = await desk
            .Db.Set<DutyEntry>()
            .AsNoTracking()
            .FirstOrDefaultAsync(entry => entry.RecordId == Id && entry.PersonId == person);
        Files = await DutyFileOwner.Of(desk.Db, Record.OriginId).ToListAsync();
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayWithdraw)
            return NotFound();
        Record.Withdraw(desk.Text["MyDuty.WithdrawnByMember"], desk.Doer);
        try
        {
            await desk.Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            Tell(new Refusal("DutyChangedMeanwhile"));
            return Page();
        }

        Flash("Duty.Done.Withdraw");
        return GoTo("/my/duties");
    }
}
