using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>Everything that a page about one objection shows.</summary>
public sealed record ObjectionView(
    ObjectionCase Case,
    IReadOnlyDictionary<Guid, FactOrigin> Origins,
    IReadOnlyList<StoredFile> Files,
    bool IsOffice
)
{
    public Objection Objection => Case.Objection;
}

/// <summary>Reads objections for the pages that show them.</summary>
public sealed class ObjectionViews(
    AppDb db,
    ObjectionDesk desk,
    ActorField field,
    OfficeList offices,
    StatementFacts facts,
    StatementWording wording,
    Words words,
    DisplayFormat format,
    IStringLocalizer<AppraisalTexts> text
)
{
    /// <summary>For change: the entity is tracked.</summary>
    public async Task<ObjectionView?> FindAsync(Guid id, Guid? ofPerson, bool isOffice, CancellationToken cancellation = default)
    {
        var objections = db.Set<Objection>();
        var objection = await (isOffice ? objections.Within(field, AppraisalPermissions.Read) : objections)
            .Include(row => row.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            .SingleOrDefaultAsync(row => row.Id == id && (ofPerson == null || row.PersonId == ofPerson), cancellation);
        if (objection is null)
            return null;
        var found = await desk.CaseOfAsync(objection, cancellation);
        var ids = new[] { found.Line?.Id, found.Retraction?.Id, found.Correcting?.Id }.OfType<Guid>().ToList();
        var files = await db
            .StoredFiles.AsNoTracking()
            .Where(file => file.OwnerType == Objection.OwnerType && file.OwnerId == id)
            .OrderBy(file => file.Id)
            .ToListAsync(cancellation);
        return new ObjectionView(found, await facts.OfAsync(ids, isOffice, cancellation), files, isOffice);
    }

    /// <summary>The latest objection to each line of a person's year.</summary>
    public async Task<IReadOnlyDictionary<Guid, ObjectionRow>> ToLinesAsync(
        int year,
        Guid personId,
        CancellationToken cancellation = default
    )
    {
        var rows = await ObjectionRow
            .Of(db, db.Set<Objection>().Where(row => row.PersonId == personId && row.Year == year && row.FactId != null))
            .OrderBy(row => row.RaisedAt)
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.FactId!.Value).ToDictionary(group => group.Key, group => group.Last());
    }

    /// <summary>What facts lead to, for the office.</summary>
    public Task<IReadOnlyDictionary<Guid, FactOrigin>> OriginsAsync(
        IReadOnlyList<Fact> of,
        CancellationToken cancellation = default
    ) => facts.OfAsync([.. of.Select(fact => fact.Id)], forOffice: true, cancellation);

    /// <summary>What a fact tells of, with its day and step, in one line.</summary>
    public string Describe(Fact fact, IReadOnlyDictionary<Guid, FactOrigin> origins)
    {
        var what = origins.GetValueOrDefault(fact.Id)?.Title ?? words["Fact." + fact.Kind];
        return fact.Step is { } step
            ? text["Objection.LineWithStep", format.Date(fact.OccurredOn), what, wording.Step(step)]
            : text["Objection.Line", format.Date(fact.OccurredOn), what];
    }

    /// <summary>A kind with its day and step, where a list has no room for the record.</summary>
    /// <param name="row">The objection.</param>
    /// <param name="write">How the list writes its other days.</param>
    public string Describe(ObjectionRow row, Func<DateOnly, string> write) =>
        row.Kind is null
            ? text["Objection.MissingLine", write(row.Day!.Value), row.What ?? ""]
            : text["Objection.LineWithStep", write(row.Day!.Value), words["Fact." + row.Kind], wording.Step(row.Step)];

    /// <summary>Who answers first.</summary>
    public string Answerer(string? office) => office is null ? text["Objection.AnyOffice"] : offices.TitleOf(office);

    public string State(ObjectionState state) => text["ObjectionState." + state];

    public static Tone ToneOf(ObjectionState state) =>
        state switch
        {
            ObjectionState.Raised or ObjectionState.Appealed => Tone.Info,
            ObjectionState.Granted or ObjectionState.GrantedOnAppeal => Tone.Ok,
            ObjectionState.Refused or ObjectionState.RefusedOnAppeal => Tone.Warn,
            _ => Tone.Neutral,
        };
}
