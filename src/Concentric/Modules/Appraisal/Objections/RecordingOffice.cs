using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>
/// Says which office answers for a line (谁组织谁记录): the one that organised it; where an organ without a desk did, the one that the
/// sheet names as the recorder of its item.
/// </summary>
public sealed class RecordingOffice(AppDb db, StatementFacts facts, SheetShelf shelf, OfficeList offices)
{
    /// <returns>The office's id; null where no office recorded it.</returns>
    public async Task<string?> OfAsync(int year, Guid factId, CancellationToken cancellation = default)
    {
        var origins = await facts.OfAsync([factId], forOffice: true, cancellation);
        if (offices.Find(origins.GetValueOrDefault(factId)?.OrganiserId) is { Organ: false } own)
            return own.Id;
        if (await shelf.OfYearAsync(year, cancellation) is not { } edition)
            return null;
        var fact = await db
            .Facts.Where(row => row.Id == factId)
            .Select(row => new { row.Kind, row.Category })
            .SingleAsync(cancellation);
        return shelf
            .SoundSheetOf(edition)
            .AllItems.Where(item => item.Counts.Any(match => IsOf(match, fact.Kind, fact.Category)))
            .SelectMany(item => offices.RecordersIn(item.Recorder ?? ""))
            .FirstOrDefault()
            ?.Id;
    }

    private static bool IsOf(FactMatch match, string kind, string? category) =>
        match.Fact == kind && (match.Categories.Count == 0 || match.Categories.Contains(category, StringComparer.Ordinal));
}
