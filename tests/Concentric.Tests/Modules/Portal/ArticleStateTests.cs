using Concentric.Modules.Portal;
using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Tests.Modules.Portal;

/// <summary>三审三校: what may be done to an article in which state, and by whom.</summary>
public sealed class ArticleStateTests
{
    private static readonly DateTimeOffset Now = new(2023, 5, 10, 1, 0, 0, TimeSpan.Zero);
    private static readonly Doer Writer = new(Guid.CreateVersion7(), "Su", Now);
    private static readonly Doer[] Reviewers =
    [
        new(Guid.CreateVersion7(), "Fang", Now),
        new(Guid.CreateVersion7(), "Zhou", Now),
        new(Guid.CreateVersion7(), "Gao", Now),
    ];

    public static TheoryData<ArticleState, string> Allowed =>
        new()
        {
            { ArticleState.Draft, "Edit Submit" },
            { ArticleState.FirstReview, "Pass Return" },
            { ArticleState.SecondReview, "Pass Return" },
            { ArticleState.FinalReview, "Pass Return" },
            { ArticleState.Approved, "Return Publish Schedule" },
            { ArticleState.Scheduled, "Return Publish Schedule" },
            { ArticleState.Published, "Edit Withdraw" },
            { ArticleState.Withdrawn, "Reopen" },
        };

    [Theory, MemberData(nameof(Allowed))]
    public void A_state_allows_its_verbs_and_no_other(ArticleState state, string verbs)
    {
        foreach (var (verb, act) in Verbs)
        {
            var article = In(state);
            var steps = article.Steps.Count;
            var refusal = Record.Exception(() => act(article));
            if (verbs.Split(' ').Contains(verb))
            {
                refusal.ShouldBeNull($"{state} allows {verb}");
                article.Steps.Count.ShouldBe(steps + 1, "who did it, and when");
            }
            else
            {
                refusal.ShouldBeOfType<RefusedException>($"{state} does not allow {verb}");
                article.State.ShouldBe(state);
            }
        }
    }

    [Fact]
    public void Nobody_reviews_what_they_wrote()
    {
        var article = In(ArticleState.FirstReview);
        article.WhyNotReview(Writer.AccountId)!.Code.ShouldBe("ReviewOwnArticle");
        var edited = In(ArticleState.Draft);
        edited.Edit(Details with { Title = "Changed" }, note: null, Reviewers[0]);
        edited.Submit(Writer);
        edited.WhyNotReview(Reviewers[0].AccountId)!.Code.ShouldBe("ReviewOwnArticle", "who edits is a writer");
        edited.WhyNotReview(Reviewers[1].AccountId).ShouldBeNull();
    }

    [Fact]
    public void The_three_reviews_are_made_by_three_different_people()
    {
        var article = In(ArticleState.SecondReview);
        article.WhyNotReview(Reviewers[0].AccountId)!.Code.ShouldBe("ReviewTwice");
        Should.Throw<RefusedException>(() => article.PassReview(Reviewers[0]));
        article.PassReview(Reviewers[1]);
        article.WhyNotReview(Reviewers[1].AccountId)!.Code.ShouldBe("ReviewTwice");
        article.WhyNotReturn(Reviewers[0].AccountId)!.Code.ShouldBe("ReviewTwice");
    }

    [Fact]
    public void A_returned_article_says_why_and_begins_again_with_the_first_review()
    {
        var article = In(ArticleState.FinalReview);
        Should.Throw<RefusedException>(() => article.Return(" ", Reviewers[2])).Refusal.Code.ShouldBe("ReasonMissing");
        article.Return("Check the number of members", Reviewers[2]);
        article.State.ShouldBe(ArticleState.Draft);
        article.LastReturnReason.ShouldBe("Check the number of members");
        article.Submit(Writer);
        article.LastReturnReason.ShouldBeNull();
        article.WhyNotReview(Reviewers[0].AccountId).ShouldBeNull("a new run, a new review");
    }

    [Fact]
    public void An_article_without_source_or_text_is_kept_as_a_draft_but_not_submitted()
    {
        Article.Draft(Details with { Source = " " }, Writer).WhyNotSubmit()!.Code.ShouldBe("ArticleSourceMissing");
        Article
            .Draft(Details with { Body = BodyCleaner.Clean("<p> </p>") }, Writer)
            .WhyNotSubmit()!
            .Code.ShouldBe("ArticleBodyMissing");
    }

    [Fact]
    public void A_scheduled_time_lies_ahead_but_not_in_another_age()
    {
        var article = In(ArticleState.Approved);
        article.WhyNotSchedule(Now, Now)!.Code.ShouldBe("ScheduleInPast");
        article.WhyNotSchedule(Now.AddYears(10).AddSeconds(1), Now)!.Code.ShouldBe("ScheduleTooFar");
        article.Schedule(Now.AddHours(1), Reviewers[2]);
        article.IsDue(Now.AddMinutes(59)).ShouldBeFalse();
        article.IsDue(Now.AddHours(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_correction_of_what_is_public_needs_a_note_and_keeps_the_day_of_publishing()
    {
        var article = In(ArticleState.Published);
        var published = article.PublishedAt;
        Should
            .Throw<RefusedException>(() => article.Edit(Details with { Title = "Other" }, " ", Reviewers[2]))
            .Refusal.Code.ShouldBe("CorrectionNeedsNote");
        article.Edit(Details with { Title = "Other" }, "A name was wrong", Reviewers[2] with { Now = Now.AddDays(2) });
        article.PublishedAt.ShouldBe(published);
        article.Steps[^1].Verb.ShouldBe(ArticleVerb.Correct);
        article.Revisions[^1].Note.ShouldBe("A name was wrong");
    }

    [Fact]
    public void Each_change_is_a_revision_and_saving_without_a_change_is_none()
    {
        var article = In(ArticleState.Draft);
        article.Edit(Details, note: null, Writer);
        article.Edit(Details with { Body = BodyCleaner.Clean("<p>Two</p>") }, note: null, Writer);
        article.Revisions.Select(revision => revision.Number).ShouldBe([1, 2]);
        article.Revisions[0].BodyText.ShouldBe("One");
    }

    [Theory]
    [InlineData("", "ArticleTitleMissing")]
    [InlineData("   ", "ArticleTitleMissing")]
    public void A_title_is_needed(string title, string code) =>
        Article.Faults(Details with { Title = title }).Single().Code.ShouldBe(code);

    [Fact]
    public void A_title_may_have_a_hundred_and_twenty_characters()
    {
        Article.Faults(Details with { Title = new string('x', 120) }).ShouldBeEmpty();
        Article.Faults(Details with { Title = new string('x', 121) }).Single().Code.ShouldBe("ArticleTitleTooLong");
    }

    [Fact]
    public void The_first_picture_of_the_text_is_shown_in_lists()
    {
        var file = Guid.CreateVersion7();
        Article
            .Draft(Details with { Body = BodyCleaner.Clean($"<p>a</p><p><img alt='' src='/s/files/{file}/a.jpg'></p>") }, Writer)
            .CoverFileId.ShouldBe(file);
    }

    private static readonly ArticleDetails Details = new()
    {
        ColumnId = Guid.CreateVersion7(),
        Title = "Study session",
        Source = "Office",
        Body = BodyCleaner.Clean("<p>One</p>"),
    };

    private static readonly Dictionary<string, Action<Article>> Verbs = new()
    {
        ["Edit"] = article => article.Edit(Details with { Title = "New" }, "Because", Writer),
        ["Submit"] = article => article.Submit(Writer),
        ["Pass"] = article => article.PassReview(Reviewers[(article.Round ?? 1) - 1]),
        ["Return"] = article => article.Return("Because", Reviewers[(article.Round ?? 1) - 1]),
        ["Publish"] = article => article.Publish(Reviewers[2]),
        ["Schedule"] = article => article.Schedule(Now.AddDays(1), Reviewers[2]),
        ["Withdraw"] = article => article.Withdraw("Because", Reviewers[2]),
        ["Reopen"] = article => article.Reopen(Writer),
    };

    private static Article In(ArticleState state)
    {
        var article = Article.Draft(Details, Writer);
        string[] way = state switch
        {
            ArticleState.Draft => [],
            ArticleState.FirstReview => ["Submit"],
            ArticleState.SecondReview => ["Submit", "Pass"],
            ArticleState.FinalReview => ["Submit", "Pass", "Pass"],
            ArticleState.Approved => ["Submit", "Pass", "Pass", "Pass"],
            ArticleState.Scheduled => ["Submit", "Pass", "Pass", "Pass", "Schedule"],
            ArticleState.Published => ["Submit", "Pass", "Pass", "Pass", "Publish"],
            _ => ["Submit", "Pass", "Pass", "Pass", "Publish", "Withdraw"],
        };
        foreach (var verb in way)
            Verbs[verb](article);
        article.State.ShouldBe(state);
        return article;
    }
}
