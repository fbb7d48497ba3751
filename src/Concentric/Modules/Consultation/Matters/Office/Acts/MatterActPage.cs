using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>
/// The page of one verb: asks what the verb needs, and does it at <see cref="MatterActs"/>. Whoever may not do it, or not with this
/// matter, does not find the page; what cannot be done now is told in words. Two at once: the second sees what the first did beside what
/// was typed.
/// </summary>
public abstract class MatterActPage(MatterActs acts) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The version that the form was filled from, and how many steps the matter had then.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int SeenSteps { get; set; }

    /// <summary>The reason, or what is said beside it.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public abstract MatterVerb Verb { get; }

    /// <summary>The key of the page's heading.</summary>
    public virtual string HeadingKey => "MatterVerb." + Verb;

    public virtual bool TakesFiles => false;

    /// <summary>It ends the matter, or takes something from people's sight.</summary>
    public virtual bool IsDangerous => false;

    /// <summary>Where the page was come from, below the committee.</summary>
    public virtual string Back => $"/office/consultation/matters/{Id}";

    /// <summary>The list above, by the key of its name and its address below the committee.</summary>
    public virtual (string TextKey, string Path) List => ("Menu.Matters", "/office/consultation/matters");

    public Matter Matter { get; private set; } = null!;

    /// <summary>The matter's title, words and exact place as this reader may see them.</summary>
    public virtual string Title => Matter.Title;
    public virtual string Told => Matter.Text;
    public virtual string? Spot => Matter.Locality;

    public Refusal? WhyNot { get; private set; }

    /// <summary>What others did since the form was shown.</summary>
    public IReadOnlyList<MatterStep> Meanwhile { get; private set; } = [];

    /// <summary>What stands in the matter now beside what was typed.</summary>
    public virtual IReadOnlyList<TwoVersions> Differences => [];

    protected MatterActs Acts => acts;

    protected string Permission => MatterReasons.PermissionOf(Verb);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (WhyNot is null)
            await PrefillAsync(cancellation);
        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var faults = await FaultsAsync(cancellation);
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
                Tell(fault);
            return await AgainAsync(cancellation);
        }

        var answer = await CarryOutAsync(cancellation);
        if (answer.Matter is null)
            return NotFound();
        if (answer.Refusal is { } refusal)
        {
            Tell(refusal);
            return await AgainAsync(cancellation);
        }

        Flash("Matter.WasDone", HttpContext.RequestServices.GetRequiredService<Words>()["MatterVerb." + Verb]);
        return GoTo(Onward(answer.Matter));
    }

    /// <summary>What is to be done, with what was typed.</summary>
    protected abstract MatterDeed Deed();

    /// <summary>What is wrong with what was typed and the verb does not ask itself.</summary>
    protected virtual Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>([]);

    protected virtual Task<MatterAnswer> CarryOutAsync(CancellationToken cancellation) =>
        acts.DoAsync(Id, Deed() with { SeenVersion = Version }, cancellation);

    /// <summary>What the form says before anybody typed.</summary>
    protected virtual Task PrefillAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What the form offers to choose from.</summary>
    protected virtual Task ShowAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Where it goes on when it is done.</summary>
    protected virtual string Onward(Matter matter) => Back;

    /// <summary>Why it cannot be done now, beyond the matter's own reasons.</summary>
    protected virtual Refusal? WhyNotHere() => null;

    private async Task<IActionResult> AgainAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Matter.Version != Version)
            Meanwhile = [.. Matter.Steps.Skip(SeenSteps)];
        await ShowAsync(cancellation);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await acts.Desk.FindAsync(Id, Permission, cancellation) is not { } matter)
            return false;
        Matter = matter;
        WhyNot = await acts.Reasons.WhyNotAsync(matter, Verb, cancellation) ?? WhyNotHere();
        return true;
    }
}
