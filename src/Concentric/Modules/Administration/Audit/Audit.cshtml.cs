using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Audit;

/// <summary>审计: who did what, when, from where and why; for the audit administrator alone.</summary>
[RequirePermission(PlatformPermissions.ReadAudit)]
public sealed class AuditPage(
    AppDb db,
    CurrentCommittee committee,
    IStringLocalizer<AdministrationTexts> text,
    AuditVocabulary vocabulary,
    DisplayFormat format
) : AppPage
{
    private readonly AuditWords words = new(text, vocabulary, format);

    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = db.AuditEntries.Select(entry => new AuditLine
        {
            Id = entry.Id,
            At = entry.At,
            Actor = entry.ActorName,
            Act = entry.Act,
            Address = entry.Address,
            Reason = entry.Reason,
            Changes = entry.Changes,
        });
        if (Table().ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await Table().LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<AuditLine> Table() =>
        new TableDefinition<AuditLine>("audit", text["Audit.Title"])
            .Column("at", text["Audit.At"], row => row.At)
            .SortBy(row => row.At)
            .Column("actor", text["Audit.Actor"], row => WhoOf(row.Actor))
            .Column("act", text["Audit.Act"], row => words.Act(row.Act))
            .Column("changes", text["Audit.Changes"], row => new Lines(words.Describe(row.Changes)))
            .Column("reason", text["Audit.Reason"], row => row.Reason)
            .Column("address", text["Audit.Address"], row => row.Address)
            .Hidden()
            .Search(
                (rows, words) =>
                    rows.Where(row => row.Actor.Contains(words) || row.Act.Contains(words) || row.Changes.Contains(words))
            )
            .Days("at", text["Audit.At"], Between)
            .KeyedBy(row => row.Id)
            .StartSorted("-at")
            .WhenEmpty(new EmptyList("history", text["Audit.None"], text["Audit.None.Text"]));

    private string WhoOf(string actor) =>
        actor.Length == 0 ? text["Audit.Public"]
        : actor == CurrentActor.SystemName ? text["Audit.System"]
        : actor;

    private IQueryable<AuditLine> Between(IQueryable<AuditLine> rows, DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
            rows = rows.Where(row => row.At >= StartOf(first));
        if (to is { } last)
            rows = rows.Where(row => row.At < StartOf(last.AddDays(1)));
        return rows;
    }

    private DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, committee.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    private sealed class AuditLine
    {
        public Guid Id { get; init; }
        public DateTimeOffset At { get; init; }
        public required string Actor { get; init; }
        public required string Act { get; init; }
        public string? Address { get; init; }
        public string? Reason { get; init; }
        public required string Changes { get; init; }
    }
}
