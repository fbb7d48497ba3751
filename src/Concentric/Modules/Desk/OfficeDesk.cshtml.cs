using Concentric.Modules.Figures;
using Concentric.Modules.Meetings;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Work;

namespace Concentric.Modules.Desk;

/// <summary>工作台: what waits for me, what a new committee still has to prepare, the next meetings, my messages, the first of the year's figures.</summary>
[RequirePermission(PlatformPermissions.UseOffice)]
public sealed class OfficeDeskPage(
    IEnumerable<IWaitingWork> sources,
    MeetingsApi meetings,
    FiguresApi figures,
    Inbox inbox,
    FirstSteps firstSteps,
    AppDb db,
    CurrentActor actor,
    CurrentCommittee committee,
    TimeProvider time
) : AppPage
{
    private const int Most = 6;

    public DateOnly Today => committee.Today(time);
    public IReadOnlyList<WaitingWork> Waiting { get; private set; } = [];
    public IReadOnlyList<FirstStep> FirstSteps { get; private set; } = [];
    public IReadOnlyList<ComingMeeting> Coming { get; private set; } = [];
    public IReadOnlyList<Message> Messages { get; private set; } = [];
    public int? Year { get; private set; }
    public IReadOnlyList<FigureSummary> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var waiting = new List<WaitingWork>();
        foreach (var source in sources)
            waiting.AddRange(await source.ForReaderAsync(cancellation));
        Waiting = waiting;
        FirstSteps = await firstSteps.OpenAsync(db, actor, cancellation);
        Coming = await meetings.ComingAsync(Most, cancellation);
        Messages = await inbox.ListAsync(0, Most, cancellation);
        Year = await figures.LatestYearAsync(cancellation);
        if (Year is { } year)
            Figures = [.. (await figures.OfYearAsync(year, cancellation)).Where(figure => figure.IsHeadline)];
    }
}
