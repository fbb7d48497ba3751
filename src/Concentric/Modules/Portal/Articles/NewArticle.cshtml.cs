using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Articles;

/// <summary>Begins an article: a draft, saved even while its source or its text is missing.</summary>
[RequirePermission(PortalPermissions.Write)]
public sealed class NewArticlePage(
    AppDb db,
    ColumnDesk columns,
    ArticleDesk desk,
    FileStore files,
    CurrentActor actor,
    CurrentCommittee committee
) : ArticleFormPage(columns, desk, files)
{
    public async Task OnGetAsync(Guid? column, CancellationToken cancellation)
    {
        await LoadChoicesAsync(cancellation);
        Input = new ArticleFields
        {
            Id = Ids.New(),
            ColumnId = column,
            Source = committee.Value.ShortName,
            Editor = actor.Name,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadChoicesAsync(cancellation);
        // The id only ties pictures to their article: one that is taken or missing is not believed.
        if (Input.Id == Guid.Empty || await db.Set<Article>().AnyAsync(row => row.Id == Input.Id, cancellation))
            Input.Id = Ids.New();
        if (await ReadAsync(cancellation) is not { } details)
        {
            ModelState.Remove("Input.Id");
            ModelState.Remove("Input.Body");
            return Page();
        }

        var article = Article.Draft(details, Desk.Doer, Input.Id);
        db.Add(article);
        await Desk.SaveAsync(article, cancellation);
        TellSaved(article, details.Body.Report);
        return GoTo($"/office/articles/{article.Id}");
    }
}
