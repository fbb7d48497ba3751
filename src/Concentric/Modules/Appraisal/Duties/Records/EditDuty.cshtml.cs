using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Records;

/// <summary>
/// Changes a record before it is confirmed: one that waits, one that was returned and is handed in again, or one that a member
/// reported and the office takes over. A stale form shows both versions and saves neither.
/// </summary>
[RequirePermission(DutyPermissions.Register)]
public sealed class EditDutyPage(DutyDesk desk) : DutyFormPage(desk)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? SeenVersion { get; set; }

    public DutyRecord Record { get; private set; } = null!;

    /// <summary>Why it was given back; nothing for a record that was not.</summary>
    public DutyStep? Returned =>
        Record.State == DutyState.Returned
            ? Record.Steps.Where(step => step.Verb == DutyVerb.Return).MaxBy(step => step.At)
            : null;

    public IReadOnlyList<TwoVersions> Differences { get; private set; } = [];

    public int ShownVersion => Differences.Count > 0 ? Record.Version : SeenVersion ?? Record.Version;

    public override string SaveKey =>
        Record.State switch
        {
            DutyState.Reported => "Duty.TakeOver",
            DutyState.Returned => "Duty.HandIn",
            _ => "Duty.Change",
        };

    public string LeadKey => SaveKey + ".Lead";

    public override string BackPath => "/office/appraisal/duties/" + Id;

    protected override Guid? Origin => Record.OriginId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await ReadAsync())
            context.Result = NotFound();
        else if (Record.WhyNotChange() is not null)
            context.Result = GoTo(BackPath);
        else
            await next();
    }

    public Task<PageResult> OnGetAsync(CancellationToken cancellation)
    {
        Input = DutyForm.Of(Record.ToDetails());
        return ShowAsync(cancellation);
    }

    protected override async Task<IActionResult?> KeepAsync(DutyDetails details, CancellationToken cancellation)
    {
        if (!await StoreFilesAsync(Record.OriginId, cancellation))
            return null;
        if (SeenVersion is { } seen)
            Desk.Db.ExpectVersion(Record, seen);
        var done = SaveKey.Replace("Duty.", "Duty.Done.", StringComparison.Ordinal);
        Record.Change(details, Desk.Book.Today, Desk.Doer);
        if (await SavedAsync(cancellation) is not { } late)
        {
            Flash(done);
            return GoTo(BackPath);
        }

        if (!await ReadAsync() || Record.WhyNotChange() is not null)
        {
            Warn("Refusal.DutyChangedMeanwhile");
            return GoTo(BackPath);
        }

        Tell(late);
        ModelState.Remove(nameof(SeenVersion));
        Differences = [.. Compare(Record.ToDetails(), details)];
        return null;
    }

    private IEnumerable<TwoVersions> Compare(DutyDetails saved, DutyDetails typed)
    {
        TwoVersions Field(string key, Func<DutyDetails, string?> of) => new(Desk.Text[key], of(saved), of(typed));
        yield return Field("Duty.Kind", details => Words.Kind(details.Kind));
        yield return Field("Duty.Day", details => DisplayFormat.ShortDate(details.OccurredOn));
        yield return Field("Duty.Title", details => details.Title);
        yield return Field("Duty.Office", details => Words.Office(details.Office));
        yield return Field("Duty.Reference", details => details.Reference);
        yield return Field("Duty.Contact", details => details.Contact);
        yield return Field("Duty.Note", details => details.Note);
        yield return Field(
            "Duty.Members",
            details => string.Join(' ', details.Members.Select(member => Shown(details.Kind, member)))
        );
    }

    private string Shown(string kind, DutyMember member) =>
        string.Join(
            '/',
            new[] { member.Name, Words.Part(member.Part), Words.Step(kind, member.Step) }.Where(part => part.Length > 0)
        );

    private async Task<bool> ReadAsync()
    {
        Record = (
            await Desk
                .Db.Set<DutyRecord>()
                .Within(Desk.Field, DutyPermissions.Register)
                .Include(row => row.Members)
                .Include(row => row.Steps)
                .AsSplitQuery()
                .SingleOrDefaultAsync(row => row.Id == Id)
        )!;
        return Record is not null;
    }
}
