using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Open311.Office;

/// <summary>A key in the office's list.</summary>
public sealed class KeyRow
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string Beginning { get; init; } = "";
    public DateTimeOffset MadeAt { get; init; }
    public string MadeBy { get; init; } = "";
    public DateTimeOffset? BlockedAt { get; init; }
    public string? BlockedBecause { get; init; }

    /// <summary>How many matters came with it.</summary>
    public int Sent { get; init; }
}

/// <summary>The keys with which other people's programs send matters.</summary>
[RequirePermission(Open311Permissions.ManageKeys)]
public sealed class KeysPage(AppDb db, IStringLocalizer<ConsultationTexts> text) : AppPage
{
    internal const string SecretKey = "Open311.Secret";

    public TableView List { get; private set; } = null!;

    /// <summary>Only right after a key was made.</summary>
    public string? NewSecret { get; private set; }

    public string Address => SiteAddress.Of(Request) + "/open311/v2/";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (rows, table) = (Rows(), Table());
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        NewSecret = TempData[SecretKey] as string;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private IQueryable<KeyRow> Rows() =>
        db.Set<Open311Key>()
            .Select(key => new KeyRow
            {
                Id = key.Id,
                Name = key.Name,
                Beginning = key.Beginning,
                MadeAt = key.MadeAt,
                MadeBy = key.MadeBy,
                BlockedAt = key.BlockedAt,
                BlockedBecause = key.BlockedBecause,
                Sent = db.Set<Open311Filing>().Count(filing => filing.KeyId == key.Id),
            });

    private TableDefinition<KeyRow> Table() =>
        new TableDefinition<KeyRow>("open311-keys", text["Menu.Open311Keys"])
            .Column("name", text["Open311.KeyName"], row => row.Name)
            .SortBy(row => row.Name)
            .Column("beginning", text["Open311.KeyBeginning"], row => row.Beginning + "\u2026")
            .Column(
                "state",
                text["Open311.KeyState"],
                row => new Badge(
                    text[row.BlockedAt is null ? "Open311.KeyOpen" : "Open311.KeyIsBlocked"],
                    row.BlockedAt is null ? Tone.Ok : Tone.Neutral
                )
            )
            .Column("sent", text["Open311.Sent"], row => row.Sent)
            .Number()
            .Column("made", text["Open311.MadeAt"], row => row.MadeAt)
            .SortBy(row => row.MadeAt)
            .Column("by", text["Open311.MadeBy"], row => row.MadeBy)
            .Column("because", text["Open311.BlockedBecause"], row => row.BlockedBecause)
            .Column("act", text["Open311.Block"], row => row.BlockedAt is null ? text["Open311.Block"].Value : "")
            .Link(row => row.BlockedAt is null ? $"~/office/consultation/open311/{row.Id}/block" : null)
            .Search((rows, words) => rows.Where(row => row.Name.Contains(words)))
            .KeyedBy(row => row.Id)
            .StartSorted("-made")
            .WhenEmpty(
                new EmptyList(
                    "key",
                    text["Open311.None"],
                    text["Open311.None.Text"],
                    "~/office/consultation/open311/new",
                    text["Open311.NewKey"]
                )
            );
}
