using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members.MemberFile;

/// <summary>What members asked to be corrected in their files, oldest first, and the answers.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class CorrectionsPage(
    AppDb db,
    CurrentActor actor,
    Messages messages,
    Words words,
    IStringLocalizer<MembersTexts> texts,
    TimeProvider time
) : AppPage
{
    private const int Most = 50;

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Why the answer was not taken.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<CorrectionRequest> Open { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var request = await db.Set<CorrectionRequest>()
            .Include(row => row.Person)
            .SingleOrDefaultAsync(row => row.Id == Id, cancellation);
        if (request is null)
            return NotFound();
        if (request.WhyNotAnswer(Answer) is { } refusal)
        {
            Fault = words.Of(refusal);
            Tell(refusal);
            await LoadAsync(cancellation);
            return Page();
        }

        request.Reply(Answer!, actor.Name, time.GetUtcNow());
        messages.Send(
            new NewMessage
            {
                AccountId = request.AccountId,
                Kind = "members.correction-answered",
                Title = texts["Correction.Told"],
                Body = request.Answer!,
                Path = "/my/file",
            }
        );
        await db.SaveChangesAsync(cancellation);
        Flash("Correction.Replied", request.Person.Name);
        return GoTo("/office/members/corrections");
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Open = await db.Set<CorrectionRequest>()
            .AsNoTracking()
            .Include(row => row.Person)
            .Where(row => row.AnsweredAt == null)
            .OrderBy(row => row.AskedAt)
            .Take(Most)
            .ToListAsync(cancellation);
}
