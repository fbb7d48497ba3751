using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>Says what a duty's facts tell of, so that a point opens down to the record and its evidence.</summary>
internal sealed class DutyFactSource(AppDb db, OfficeList offices) : IFactSource
{
    public string SourceType => DutyRecord.SourceType;

    /// <summary>What the latest confirmation says; a title names no member, the register refuses that.</summary>
    public async Task<IReadOnlyDictionary<Guid, FactSourceLink>> DescribeAsync(IReadOnlyCollection<Guid> sourceIds)
    {
        var rows = await db.Set<DutyRecord>()
            .Where(row =>
                sourceIds.Contains(row.OriginId) && (row.State == DutyState.Confirmed || row.State == DutyState.Replaced)
            )
            .Select(row => new
            {
                row.Id,
                row.OriginId,
                row.Revision,
                row.Title,
                row.Office,
            })
            .ToListAsync();
        return rows.GroupBy(row => row.OriginId)
            .Select(chain => chain.MaxBy(row => row.Revision)!)
            .ToDictionary(
                row => row.OriginId,
                row => new FactSourceLink(row.Title, null, $"~/office/appraisal/duties/{row.Id}")
                {
                    Organiser = offices.Find(row.Office)?.Name,
                    OrganiserId = row.Office,
                    OwnPath = $"~/my/duties/{row.Id}",
                }
            );
    }
}

/// <summary>证明材料: for those who may read the register, and for the members whom the record is about.</summary>
internal sealed class DutyFileOwner(AppDb db, ActorField field) : IFileOwner
{
    public string OwnerType => DutyRecord.SourceType;

    public async Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor) =>
        (
            actor.Can(DutyPermissions.Read)
            && await db.Set<DutyRecord>().Within(field, DutyPermissions.Read).AnyAsync(row => row.OriginId == ownerId)
        ) || await db.Set<DutyRecord>().ShownTo(actor).AnyAsync(row => row.OriginId == ownerId);

    /// <summary>The evidence of a record, through all its corrections, in the order in which it came.</summary>
    internal static IQueryable<StoredFile> Of(AppDb db, Guid originId) =>
        db
            .StoredFiles.AsNoTracking()
            .Where(file => file.OwnerType == DutyRecord.SourceType && file.OwnerId == originId)
            .OrderBy(file => file.Id);
}

/// <summary>The records that concern whoever is signed in.</summary>
internal static class OwnDuties
{
    /// <summary>Those of the offices in whose name a permission may be used.</summary>
    internal static IQueryable<DutyRecord> Within(this IQueryable<DutyRecord> records, ActorField field, string permission)
    {
        var closed = field.Closed(permission);
        return closed.Count == 0 ? records : records.Where(row => !closed.Contains(row.Office));
    }

    /// <summary>About this person and handed in, or told by this person. What the office took back before it counted concerns nobody.</summary>
    internal static IQueryable<DutyRecord> ShownTo(this IQueryable<DutyRecord> records, CurrentActor actor)
    {
        var (person, account) = (actor.PersonId, actor.AccountId);
        return person is null
            ? records.Where(row => false)
            : records.Where(row =>
                row.ReportedBy == account
                || (
                    (row.State == DutyState.Registered || row.State == DutyState.Confirmed || row.State == DutyState.Replaced)
                    && row.Members.Any(entry => entry.PersonId == person)
                )
            );
    }
}

/// <summary>What of the register waits for the reader: records to confirm that somebody else wrote, reports and returned ones.</summary>
internal sealed class DutiesWaiting(AppDb db, CurrentActor actor, ActorField field, IStringLocalizer<AppraisalTexts> text)
    : IWaitingWork
{
    private const string List = "/office/appraisal/duties?f.state=";

    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation)
    {
        var me = actor.AccountId;
        var records = db.Set<DutyRecord>().Within(field, DutyPermissions.Register);
        var toConfirm = actor.Can(DutyPermissions.Confirm)
            ? await db.Set<DutyRecord>()
                .Within(field, DutyPermissions.Confirm)
                .CountAsync(
                    row => row.State == DutyState.Registered && row.RegisteredBy != me && row.ChangedBy != me,
                    cancellation
                )
            : 0;
        var writes = actor.Can(DutyPermissions.Register);
        var returned = writes
            ? await records.CountAsync(row => row.State == DutyState.Returned && row.RegisteredBy == me, cancellation)
            : 0;
        var reported = writes ? await records.CountAsync(row => row.State == DutyState.Reported, cancellation) : 0;
        return WaitingWork.Of(
            (text["Waiting.Duties.Confirm"], toConfirm, List + nameof(DutyState.Registered)),
            (text["Waiting.Duties.Returned"], returned, List + nameof(DutyState.Returned)),
            (text["Waiting.Duties.Reported"], reported, List + nameof(DutyState.Reported))
        );
    }
}
