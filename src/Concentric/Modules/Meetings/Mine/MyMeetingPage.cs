using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Mine;

/// <summary>A page about one meeting for somebody who stands on its sheet; for others there is no such page.</summary>
public abstract class MyMeetingPageBase(MeetingDesk desk) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Meeting Meeting { get; private set; } = null!;
    public Attendance Row { get; private set; } = null!;

    /// <summary>会议材料: the files for those whom it expects.</summary>
    public IReadOnlyList<StoredFile> Materials { get; private set; } = [];
    public MeetingKind Kind => desk.Kinds[Meeting.Kind];
    protected DateTimeOffset Now => desk.Time.GetUtcNow();
    protected Doer Doer => Doer.Of(desk.Actor, desk.Time);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Meeting = (
            await desk
                .Db.Set<Meeting>()
                .Include(row => row.Agenda)
                .Include(row => row.Speakers)
                .SingleOrDefaultAsync(row => row.Id == Id && row.Number != null)
        )!;
        Row = (
            await desk
                .Db.Set<Attendance>()
                .Of(desk.Actor)
                .Include(row => row.Leaves)
                .FirstOrDefaultAsync(row => row.MeetingId == Id)
        )!;
        if (Meeting is null || Row is null)
            context.Result = NotFound();
        else
        {
            Materials = await MeetingFileOwner.Of(desk.Db, Id).ToListAsync();
            await next();
        }
    }

    /// <summary>Saves, or says that somebody changed the row at the same moment.</summary>
    protected async Task<IActionResult> SaveAsync(string done)
    {
        try
        {
            await desk.Db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Tell(new Refusal("MeetingChangedMeanwhile"));
            return Page();
        }

        Flash(done);
        return GoTo("/my/meetings/" + Id);
    }

    protected IActionResult Refused(Refusal refusal)
    {
        Tell(refusal);
        return Page();
    }
}
