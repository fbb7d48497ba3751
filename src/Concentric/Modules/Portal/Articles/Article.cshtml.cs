using System.ComponentModel.DataAnnotations;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Articles;

/// <summary>One article on the editorial desk: what it says, what is next, who did what.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class ArticlePage(
    AppDb db,
    ArticleDesk desk,
    ColumnDesk columns,
    CurrentCommittee committee,
    CurrentActor actor,
    Words words,
    IStringLocalizer<PortalTexts> text
) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    /// <summary>The writer says that phone and ID-card numbers in the text were checked.</summary>
    [BindProperty]
    public bool Acknowledged { get; set; }

    [BindProperty]
    public DateOnly? PublishOn { get; set; }

    [BindProperty]
    public TimeOnly? PublishTime { get; set; }

    public Article Article { get; private set; } = null!;
    public ArticleDesk Desk => desk;
    public string ColumnPath { get; private set; } = "";
    public IReadOnlyList<CheckFinding> Findings { get; private set; } = [];
    public bool MustAcknowledge => Findings.Any(finding => finding.Weight == CheckWeight.Confirm);
    public bool MayAttach => desk.WhyNot(ArticleVerb.Edit, Article) is null;
    public bool IsScheduling => ModelState.ContainsKey(nameof(PublishOn)) && !ModelState.IsValid;
    public bool IsGivingReason => ModelState.ContainsKey(nameof(Reason)) && !ModelState.IsValid;
    public IReadOnlyList<string> Names => NamesIn(Article, text);
    public IReadOnlyList<(string Title, string? By, bool IsNow)> Reviews => ReviewsOf(Article, text);

    /// <summary>Why this reader, who may review at this stage, cannot review this article.</summary>
    public string? WhyNotReview =>
        Article.Round is not null
        && desk.IsPermitted(ArticleVerb.Pass, Article)
        && Article.WhyNotReview(actor.AccountId) is { } refusal
            ? words.Of(refusal)
            : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellation) =>
        ActAsync(
            ArticleVerb.Submit,
            () => MustAcknowledge && !Acknowledged ? new Refusal("CheckNotAcknowledged").At(nameof(Acknowledged)) : null,
            doer => Article.Submit(doer),
            cancellation
        );

    public Task<IActionResult> OnPostPassAsync(CancellationToken cancellation) =>
        ActAsync(ArticleVerb.Pass, () => null, doer => Article.PassReview(doer), cancellation);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) =>
        ActAsync(
            ArticleVerb.Return,
            WhyNotReason,
            doer =>
            {
                Article.Return(Reason!, doer);
                desk.TellReturned(Article, Reason!);
            },
            cancellation
        );

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation) =>
        ActAsync(ArticleVerb.Publish, () => null, doer => Article.Publish(doer), cancellation);

    public Task<IActionResult> OnPostScheduleAsync(CancellationToken cancellation) =>
        ActAsync(
            ArticleVerb.Schedule,
            () =>
                Planned is { } at
                    ? Article.WhyNotSchedule(at, desk.Doer.Now)
                    : new Refusal("ScheduleMissing").At(nameof(PublishOn)),
            doer => Article.Schedule(Planned!.Value, doer),
            cancellation
        );

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) =>
        ActAsync(ArticleVerb.Withdraw, WhyNotReason, doer => Article.Withdraw(Reason!, doer), cancellation);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation) =>
        ActAsync(ArticleVerb.Reopen, () => null, doer => Article.Reopen(doer), cancellation);

    public string AddressOf(ArticleAttachment attachment) =>
        $"~/files/{attachment.FileId}/{Uri.EscapeDataString(attachment.Title)}";

    internal static Tone ToneOf(CheckWeight weight) =>
        weight switch
        {
            CheckWeight.Must => Tone.Danger,
            CheckWeight.Confirm => Tone.Warn,
            _ => Tone.Info,
        };

    private DateTimeOffset? Planned =>
        PublishOn is { } day && PublishTime is { } time ? CommitteeTime.At(committee, day, time) : null;

    private Refusal? WhyNotReason() => Article.WhyNotReason(Reason);

    private async Task<IActionResult> ActAsync(
        ArticleVerb verb,
        Func<Refusal?> whyNot,
        Action<Doer> act,
        CancellationToken cancellation
    )
    {
        var typed = Version;
        if (!await LoadAsync(cancellation) || !desk.IsPermitted(verb, Article))
            return NotFound();
        if ((desk.WhyNot(verb, Article) ?? whyNot()) is { } refusal)
            Tell(refusal.Field is "Body" or "Source" ? refusal with { Field = null } : refusal);
        if (!ModelState.IsValid)
            return Page();
        db.ExpectVersion(Article, typed);
        act(desk.Doer);
        await desk.SaveAsync(Article, cancellation);
        Flash("Done." + verb, Article.Title);
        return GoTo($"/office/articles/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await desk.FindAsync(Id, cancellation) is not { } found)
            return false;
        Article = found;
        Version = found.Version;
        ModelState.Remove(nameof(Version));
        ColumnPath = string.Join(" / ", (await columns.TreeAsync(cancellation)).PathTo(found.ColumnId).Select(row => row.Title));
        Findings = found.State == ArticleState.Draft || found.Round is not null ? ArticleCheck.Look(found) : [];
        return true;
    }

    internal static string[] NamesIn(Article article, IStringLocalizer text) =>
        [
            .. new[]
            {
                (Role: "Article.Author", Name: article.Author),
                (Role: "Article.Collector", Name: article.Collector),
                (Role: "Article.Editor", Name: article.Editor),
            }
                .Where(pair => pair.Name is not null)
                .Select(pair => text["Article.RoleAndName", text[pair.Role].Value, pair.Name!].Value),
        ];

    /// <summary>The three reviews with who has passed them since the article was last submitted.</summary>
    private static List<(string Title, string? By, bool IsNow)> ReviewsOf(Article article, IStringLocalizer text)
    {
        var passed = article.PassedSinceSubmission().Select(step => step.ActorName).ToList();
        return
        [
            .. Enumerable
                .Range(1, 3)
                .Select(round =>
                    (
                        text["Round." + round].Value,
                        article.State == ArticleState.Draft ? null : passed.ElementAtOrDefault(round - 1),
                        article.Round == round
                    )
                ),
        ];
    }
}
