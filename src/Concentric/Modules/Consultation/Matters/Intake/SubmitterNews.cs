using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>That the submitter of a matter is still to be told, by mail, what happened to it since a moment.</summary>
[OutsideAudit]
public sealed class SubmitterNews : CommitteeEntity
{
    /// <summary>How often one mail is tried before it is given up: a server that says “later” means minutes.</summary>
    public const int MostTries = 5;

    private SubmitterNews() { }

    public Guid MatterId { get; private set; }
    public DateTimeOffset Since { get; private set; }
    public int Tries { get; private set; }

    internal static SubmitterNews Of(Matter matter) => new() { MatterId = matter.Id, Since = matter.Steps[^1].At };

    /// <summary>Whether it is worth trying again.</summary>
    internal bool TryAgain() => ++Tries < MostTries;
}

/// <summary>Notes, beside the act, that a submitter who gave an address is to be told of it.</summary>
public sealed class SubmitterNewsDesk(AppDb db, MailServer server)
{
    /// <summary>Adds it to the next save, unless news of the matter wait already.</summary>
    public async Task NoteAsync(Matter matter, CancellationToken cancellation)
    {
        if (!server.IsConfigured || server.Site is null)
            return;
        var waits =
            db.Set<SubmitterNews>().Local.Any(news => news.MatterId == matter.Id)
            || await db.Set<SubmitterNews>().AnyAsync(news => news.MatterId == matter.Id, cancellation);
        if (
            !waits
            && await db.Set<MatterSubmitter>().AnyAsync(row => row.MatterId == matter.Id && row.EmailSealed != null, cancellation)
        )
            db.Add(SubmitterNews.Of(matter));
    }
}
