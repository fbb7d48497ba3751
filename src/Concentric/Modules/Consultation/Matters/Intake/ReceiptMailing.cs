using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Concentric.Platform.Messages;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>Mails receipts to those who gave an address: the code, where to follow, what comes next. Tried for as long as a receipt is kept.</summary>
public sealed class ReceiptMailing(
    AppDb db,
    CurrentCommittee committee,
    MailServer server,
    PersonalDataSeal seal,
    DisplayFormat format,
    Words words
) : ICommitteeJob
{
    private const int MostAtOnce = 200;

    public static string Name => "receipt-mailing";

    /// <summary>Every minute.</summary>
    public static string Cron => "50 * * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!server.IsConfigured || server.Site is not { } site)
            return;
        var waiting = await (
            from receipt in db.Set<MatterReceipt>()
            join matter in db.Set<Matter>() on receipt.MatterId equals matter.Id
            where receipt.EmailSealed != null
            orderby receipt.GivenAt
            select new
            {
                Receipt = receipt,
                matter.Title,
                matter.DueOn,
            }
        )
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
        if (waiting.Count == 0)
            return;
        await using var connection = await server.ConnectAsync(cancellation);
        foreach (var row in waiting)
        {
            if (row.Receipt.Code(seal) is { } code && seal.Open(row.Receipt.EmailSealed) is { } address)
            {
                var due = row.DueOn is { } day ? format.Date(day) : "";
                var text = words["Receipt.Mail", row.Title, code, $"{site}/matters/follow/{code}", due];
                var subject = words["Receipt.Mail.Title", committee.Value.ShortName];
                if (!await connection.TrySendAsync(address, subject, text, cancellation))
                    continue;
            }

            row.Receipt.Mailed();
            // One by one: what was sent is not sent again because a later one failed.
            await db.SaveChangesAsync(cancellation);
        }
    }
}
