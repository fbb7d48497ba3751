using Concentric.Modules.Meetings;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;

namespace Concentric.Modules.Desk;

/// <summary>我的工作: what is asked of me, what comes, what I was told.</summary>
[RequireSignIn]
public sealed class MyDeskPage(MeetingsApi meetings, Inbox inbox) : AppPage
{
    private const int Most = 6;

    public IReadOnlyList<ComingMeeting> Asked { get; private set; } = [];
    public IReadOnlyList<ComingMeeting> Coming { get; private set; } = [];
    public IReadOnlyList<Message> Messages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var own = await meetings.OwnComingAsync(2 * Most, cancellation);
        Asked = [.. own.Where(meeting => meeting.Answer == Answer.None).Take(Most)];
        Coming = [.. own.Where(meeting => meeting.Answer != Answer.None).Take(Most)];
        Messages = await inbox.ListAsync(0, Most, cancellation);
    }
}
