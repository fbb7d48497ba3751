using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Import;

/// <summary>Takes a list's file; what is no table is told at once and not kept.</summary>
[RequirePermission(MembersPermissions.Edit)]
[SheetUploadLimit]
public sealed class UploadPage(AppDb db, MemberImport import, CurrentActor actor, CurrentCommittee committee, TimeProvider time)
    : AppPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public int LargestMegabytes { get; } = SheetReader.LargestFile / 1024 / 1024;

    public async Task OnGetAsync(string? problem, CancellationToken cancellation)
    {
        if (problem == SheetUploadLimitAttribute.Problem)
            Tell(TooLarge().At(nameof(Upload)));
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null)
            return await AgainAsync(new Refusal("FileMissing"), cancellation);
        if (Upload.Length > SheetReader.LargestFile)
            return await AgainAsync(TooLarge(), cancellation);
        using var content = new MemoryStream((int)Upload.Length);
        await Upload.CopyToAsync(content, cancellation);
        var run = new ImportRun
        {
            FileName = Shortened(Path.GetFileName(Upload.FileName)),
            StartedBy = actor.Name,
            AccountId = actor.AccountId,
            CreatedAt = time.GetUtcNow(),
        };
        var refusal = await import.ReceiveAsync(run, content.ToArray(), RowDefaults.Of(committee.Value), cancellation);
        return refusal is not null ? await AgainAsync(refusal, cancellation) : GoTo($"/office/members/import/{run.Id}/columns");
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellation)
    {
        Tell(refusal.At(nameof(Upload)));
        await LoadAsync(cancellation);
        return Page();
    }

    private static Refusal TooLarge() => new("SheetTooLarge", SheetReader.LargestFile / 1024 / 1024);

    private static string Shortened(string name) => name.Length > 200 ? name[^200..] : name;

    private async Task LoadAsync(CancellationToken cancellation) =>
        Runs = await db.Set<ImportRun>()
            .AsNoTracking()
            .OrderByDescending(run => run.CreatedAt)
            .Take(10)
            .ToListAsync(cancellation);
}

/// <summary>Turns an upload that is far too large away by its announced length, before any of it is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SheetUploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    internal const string Problem = "size";
    private const long Most = SheetReader.LargestFile + 1024 * 1024;

    /// <summary>Before the form is read for its token.</summary>
    public int Order => -100;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength > Most)
            context.Result = new LocalRedirectResult($"{request.PathBase}{request.Path}?problem={Problem}");
    }
}
