using Concentric.Modules.Portal;
using Concentric.Platform;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Portal;

/// <summary>栏目: a tree of three levels; columns that hold something stay.</summary>
public sealed class ColumnTests(Installation installation)
{
    [Fact]
    public void A_column_never_stands_below_itself_nor_on_a_fourth_level()
    {
        var top = Make("top", null);
        var child = Make("child", top);
        var grandchild = Make("grandchild", child);
        var other = Make("other", null);
        var tree = new ColumnTree([grandchild, other, child, top]);
        tree.Places.Select(place => (place.Column.Slug, place.Level))
            .ShouldBe([("other", 1), ("top", 1), ("child", 2), ("grandchild", 3)]);
        tree.WhyNotMove(top, grandchild.Id)!.Code.ShouldBe("ColumnBelowItself");
        tree.WhyNotMove(top, top.Id)!.Code.ShouldBe("ColumnBelowItself");
        tree.WhyNotMove(top, other.Id)!.Code.ShouldBe("ColumnTooDeep");
        tree.WhyNotMove(child, other.Id).ShouldBeNull();
        tree.WhyNotAddBelow(grandchild.Id)!.Code.ShouldBe("ColumnTooDeep");
        tree.WhyNotMove(child, Guid.CreateVersion7())!.Code.ShouldBe("ColumnUnknown");
    }

    [Theory]
    [InlineData("news")]
    [InlineData("a")]
    [InlineData("party-building-2023")]
    public void An_address_of_small_letters_digits_and_hyphens_is_taken(string slug) =>
        Column.Faults(new ColumnDetails { Slug = slug, Title = "T" }).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("News")]
    [InlineData("-a")]
    [InlineData("a/b")]
    [InlineData("要闻")]
    public void Any_other_address_is_refused(string slug) =>
        Column.Faults(new ColumnDetails { Slug = slug, Title = "T" }).Single().Code.ShouldBe("ColumnSlugForm");

    [Fact]
    public async Task The_usual_columns_are_made_once_and_ordered_by_hand()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var chief = await committee.SignInAsync("chief-editor");
        await chief.SubmitAsync("/office/columns", [], "form[action*=Usual]");
        var page = await chief.GetPageAsync("/office/columns");
        page.QuerySelector("form[action*=Usual]").ShouldBeNull();
        var second = page.QuerySelectorAll("tbody form").Skip(3).First();
        await chief.SendAsync("/office/columns", (AngleSharp.Html.Dom.IHtmlFormElement)second, new() { ["up"] = "true" });
        (
            await committee.InDbAsync(db =>
                db.Set<Column>()
                    .Where(column => column.ParentId == null)
                    .OrderBy(column => column.Order)
                    .Select(column => column.Slug)
                    .Take(2)
                    .ToListAsync()
            )
        ).ShouldBe(["party-building", "news"]);
    }

    [Fact]
    public async Task A_column_that_holds_articles_is_hidden_rather_than_deleted()
    {
        var room = await Newsroom.OpenAsync(installation);
        await room.WriteAsync("稿件");
        var chief = await room.Committee.SignInAsync("chief-editor");
        var (notices, rules) = (await room.ColumnAsync("notices"), await room.ColumnAsync("rules"));
        (await chief.GetPageAsync($"/office/columns/{notices}")).QuerySelector("form[action*=Delete]").ShouldBeNull();
        await chief.SubmitAsync($"/office/columns/{rules}", [], "form[action*=Delete]");
        (await room.Committee.InDbAsync(db => db.Set<Column>().AnyAsync(column => column.Id == rules))).ShouldBeFalse();
        await Should.ThrowAsync<RefusedException>(() =>
            room.Committee.DoAsync(async services =>
            {
                var desk = services.GetRequiredService<ColumnDesk>();
                var tree = await desk.TreeAsync(default);
                await desk.DeleteAsync(tree.Find(notices)!, tree, default);
            })
        );
    }

    [Fact]
    public async Task Another_module_hands_in_a_draft()
    {
        var room = await Newsroom.OpenAsync(installation);
        var id = await room.Committee.DoAsync(services =>
            services
                .GetRequiredService<PortalApi>()
                .DraftAsync(
                    new NewArticle
                    {
                        ColumnSlug = "annual-account",
                        Title = "年度账本",
                        BodyHtml = "<p>数</p><script>x</script>",
                    }
                )
        );
        var article = await room.ReadAsync($"/office/articles/{id}");
        (article.State, article.BodyHtml).ShouldBe((ArticleState.Draft, "<p>数</p>"));
        await Should.ThrowAsync<RefusedException>(() =>
            room.Committee.DoAsync(services =>
                services
                    .GetRequiredService<PortalApi>()
                    .DraftAsync(
                        new NewArticle
                        {
                            ColumnSlug = "none",
                            Title = "T",
                            BodyHtml = "",
                        }
                    )
            )
        );
    }

    private static Column Make(string slug, Column? parent) =>
        Column.Create(new ColumnDetails { Slug = slug, Title = slug }, parent, 1);
}
