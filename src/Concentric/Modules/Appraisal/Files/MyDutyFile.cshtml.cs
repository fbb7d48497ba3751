using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Files;

/// <summary>The member's own duty file. Nobody sees another's here.</summary>
[RequireSignIn]
public sealed class MyDutyFilePage(DutyFiles files, DutyFileExport export, StatementWording wording, CurrentActor actor)
    : DutyFilePage(files, export, wording)
{
    public override bool IsOffice => false;

    public async Task<IActionResult> OnGetAsync(int? term, CancellationToken cancellation)
    {
        var isThere = actor.PersonId is { } person && await LoadAsync(person, term, cancellation);
        if (!isThere)
            return term is null ? Page() : NotFound();
        return AsFile() is { } file ? file : Page();
    }
}
