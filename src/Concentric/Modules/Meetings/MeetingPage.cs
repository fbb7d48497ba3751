using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>What the pages about one meeting need.</summary>
public sealed record MeetingDesk(AppDb Db, MeetingKinds Kinds, CurrentActor Actor, TimeProvider Time);

/// <summary>A page of the office about one meeting: finds it before the handler runs, or answers that there is none.</summary>
public abstract class MeetingPage(MeetingDesk desk) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The version that the form was filled from.</summary>
    [BindProperty]
    public int? SeenVersion { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public MeetingKind Kind => desk.Kinds[Meeting.Kind];

    public MeetingDesk Desk => desk;

    protected AppDb Db => desk.Db;

    protected DateTimeOffset Now => desk.Time.GetUtcNow();

    protected Doer Doer => Doer.Of(desk.Actor, desk.Time);

    protected string Address => "/office/meetings/" + Id;

    /// <summary>What of the meeting the page shows beside its own row.</summary>
    protected virtual IQueryable<Meeting> With(IQueryable<Meeting> meetings) => meetings;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await ReadAsync())
            await next();
        else
            context.Result = NotFound();
    }

    protected async Task<bool> ReadAsync()
    {
        Meeting = (await With(Db.Set<Meeting>()).SingleOrDefaultAsync(row => row.Id == Id))!;
        return Meeting is not null;
    }

    /// <summary>Does a verb that has no reason against it, saves, and goes on; else tells why not, on this page.</summary>
    /// <param name="permission">Who may; others do not find the act.</param>
    /// <param name="whyNot">The verb's own question.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="done">The key of the sentence shown afterwards.</param>
    /// <param name="then">Where to go; the meeting's page by default.</param>
    protected async Task<IActionResult> DoAsync(string permission, Refusal? whyNot, Action verb, string done, string? then = null)
    {
        if (!desk.Actor.Can(permission))
            return NotFound();
        if (whyNot is not null)
            return await RefusedAsync(whyNot);
        verb();
        if (await SaveAsync() is { } late)
            return await RefusedAsync(late);
        Flash(done);
        return GoTo(then ?? Address);
    }

    /// <summary>Saves unless somebody changed the meeting since the form was filled.</summary>
    protected async Task<Refusal?> SaveAsync()
    {
        if (SeenVersion is { } seen)
            Db.ExpectVersion(Meeting, seen);
        try
        {
            await Db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            await ReadAsync();
            return new Refusal("MeetingChangedMeanwhile");
        }
    }

    protected async Task<IActionResult> RefusedAsync(Refusal refusal)
    {
        Tell(refusal);
        await ShowAsync();
        return Page();
    }

    /// <summary>Reads what the page shows; also after a refusal.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return Page();
    }
}
