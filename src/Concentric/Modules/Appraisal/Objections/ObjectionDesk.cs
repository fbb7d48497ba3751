using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Calendars;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Messages;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>Raises objections and gives answers, with the days of the year's sheet, and tells the other side.</summary>
public sealed class ObjectionDesk(
    AppDb db,
    SheetShelf shelf,
    FileStore files,
    Messages messages,
    WorkingDays workingDays,
    CurrentCommittee committee,
    CurrentActor actor,
    ActorField field,
    RecordingOffice offices,
    TimeProvider time,
    IStringLocalizer<AppraisalTexts> text
)
{
    public DateOnly Today => committee.Today(time);

    public Doer Doer => Doer.Of(actor, time);

    public CurrentActor Actor => actor;

    /// <summary>The office that recorded a line answers; of another office's, the reader does and sees nothing.</summary>
    public bool May(string permission, Objection objection) =>
        actor.Can(permission) && field.Covers(permission, objection.Office);

    /// <summary>Which of the sheet's days an answer or an appeal has, from today; those of a year without a sheet are the usual ones.</summary>
    public async Task<DateOnly> DayAfterAsync(int year, Func<CycleRules, int> days, CancellationToken cancellation = default)
    {
        var sheet = await shelf.OfYearAsync(year, cancellation) is { } edition ? shelf.SoundSheetOf(edition) : null;
        return workingDays.Calendar.After(Today, days(sheet?.Cycle ?? new CycleRules()));
    }

    /// <summary>The fact that a line is about, if it is one about this person.</summary>
    public Task<Fact?> OwnFactAsync(Guid factId, IReadOnlyCollection<Guid> seats, CancellationToken cancellation = default) =>
        db.Facts.SingleOrDefaultAsync(
            fact => fact.Id == factId && fact.RetractsId == null && seats.Contains(fact.SubjectId!.Value),
            cancellation
        );

    /// <summary>Why no line of a year can be objected to any more.</summary>
    public async Task<Refusal?> WhyNotRaiseAsync(int year, CancellationToken cancellation = default) =>
        (
            await db.Set<AppraisalCycle>().AsNoTracking().SingleOrDefaultAsync(cycle => cycle.Year == year, cancellation)
        )?.WhyNotObject(Today);

    /// <summary>Raises it with its evidence, all or nothing. Every fault is told beside its field.</summary>
    public async Task<(Objection? Objection, IReadOnlyList<Refusal> Faults)> RaiseAsync(
        NewObjection entered,
        ObjectorSeat seat,
        IReadOnlyList<IFormFile> evidence,
        CancellationToken cancellation
    )
    {
        var faults = Objection.Faults(entered, Today).ToList();
        if (evidence.Count > Objection.MostFiles)
            faults.Add(new Refusal("ObjectionTooManyFiles", Objection.MostFiles).At("Evidence"));
        if (await WhyNotRaiseAsync(entered.Year, cancellation) is { } closed)
            faults.Add(closed);
        if (faults.Count == 0 && await IsOpenAsync(entered, cancellation))
            faults.Add(new Refusal("ObjectionOpenAlready"));
        if (faults.Count > 0)
            return (null, faults);
        var due = await DayAfterAsync(entered.Year, cycle => cycle.FirstAnswerDays, cancellation);
        var size = (await db.Facts.MaxAsync(fact => (long?)fact.Index, cancellation) ?? -1) + 1;
        var office = entered.FactId is { } line ? await offices.OfAsync(entered.Year, line, cancellation) : null;
        var objection = Objection.Raise(entered with { LedgerSize = size, Office = office }, seat, due, Today, Doer);
        foreach (var file in evidence)
        {
            var (_, refusal) = await files.StoreAsync(
                file,
                FilePurpose.Evidence,
                Objection.OwnerType,
                objection.Id,
                cancellation
            );
            if (refusal is not null)
            {
                db.ChangeTracker.Clear();
                return (null, [refusal.At("Evidence")]);
            }
        }

        db.Add(objection);
        await db.SaveChangesAsync(cancellation);
        return (objection, []);
    }

    /// <summary>An answer or a decision to the member, in the same save as the step itself.</summary>
    public void TellMember(Objection objection)
    {
        messages.Send(
            new NewMessage
            {
                AccountId = objection.RaisedBy,
                Kind = "appraisal.objection",
                Title = Language.InChinese(() => text["Objection.Told", text["ObjectionState." + objection.State]].Value),
                Body = objection.Steps[^1].Words ?? "",
                Path = $"/my/appraisal/objections/{objection.Id}",
            }
        );
    }

    /// <summary>
    /// What an objection speaks of. A granted one is done when the line was taken back, or when the missing fact has come.
    /// </summary>
    public async Task<ObjectionCase> CaseOfAsync(Objection objection, CancellationToken cancellation = default)
    {
        var ids = new[] { objection.FactId, objection.CorrectingFactId }.OfType<Guid>().ToList();
        var facts = await db
            .Facts.AsNoTracking()
            .Where(fact => ids.Contains(fact.Id) || (objection.FactId != null && fact.RetractsId == objection.FactId))
            .ToListAsync(cancellation);
        var line = facts.Find(fact => fact.Id == objection.FactId);
        var retraction = facts.Find(fact => fact.RetractsId is not null && fact.RetractsId == objection.FactId);
        var linked = facts.Find(fact => fact.Id == objection.CorrectingFactId);
        if (line is not null && retraction is not null)
            linked = await ReplacingAsync(line, retraction, cancellation);
        return new ObjectionCase(objection, line, retraction, linked);
    }

    /// <summary>Facts about the seat that came after the objection was raised: one of them may be the missing one.</summary>
    public Task<List<Fact>> CandidatesAsync(Objection objection, CancellationToken cancellation = default) =>
        db
            .Facts.Standing()
            .AsNoTracking()
            .Where(fact => fact.SubjectId == objection.MembershipId && fact.Index >= objection.LedgerSize)
            .OrderByDescending(fact => fact.Index)
            .Take(50)
            .ToListAsync(cancellation);

    private Task<bool> IsOpenAsync(NewObjection entered, CancellationToken cancellation) =>
        entered.FactId is null
            ? Task.FromResult(false)
            : db.Set<Objection>()
                .AnyAsync(
                    row =>
                        row.FactId == entered.FactId
                        && (
                            row.State == ObjectionState.Raised
                            || row.State == ObjectionState.Refused
                            || row.State == ObjectionState.Appealed
                            || row.State == ObjectionState.RefusedOnAppeal
                        ),
                    cancellation
                );

    private Task<Fact?> ReplacingAsync(Fact line, Fact retraction, CancellationToken cancellation) =>
        db
            .Facts.AsNoTracking()
            .Where(fact =>
                fact.SourceType == line.SourceType
                && fact.SourceId == line.SourceId
                && fact.SubjectId == line.SubjectId
                && fact.RetractsId == null
                && fact.RecordedAt >= retraction.RecordedAt
                && fact.Index > line.Index
            )
            .OrderBy(fact => fact.Index)
            .FirstOrDefaultAsync(cancellation);
}

/// <summary>An objection with the line it is about, the fact that took it back, and the one that stands instead.</summary>
public sealed record ObjectionCase(Objection Objection, Fact? Line, Fact? Retraction, Fact? Correcting)
{
    public bool IsCorrected => Retraction is not null || (Objection.IsAboutMissing && Correcting is not null);

    /// <summary>Granted, and the record is not yet put right.</summary>
    public bool AwaitsCorrection => Objection.IsGranted && !IsCorrected;
}
