using Concentric.Rules.Text;
using CsCheck;

namespace Concentric.Rules.Tests.Text;

public sealed class TextLikenessTests
{
    private static readonly (string Title, string Text)[] Articles =
    [
        ("党组理论学习中心组学习", "区政协党组召开理论学习中心组学习会议，学习党的二十大精神。"),
        ("机关集中学习", "区政协机关集中学习党的二十大精神，研讨交流。"),
        ("招商小组赴北京考察", "招商小组赴北京考察，签订框架协议，接待来访企业。"),
        ("委员招商", "委员提供招商信息，企业来考察，初步谈成协议项目。"),
        ("加装电梯", "社区老旧楼院加装电梯，居民协商议事。"),
    ];

    [Fact]
    public void What_speaks_of_the_same_matter_is_read_next()
    {
        var likeness = Likeness(Articles);
        likeness.Nearest(0, 1).ShouldBe([1]);
        likeness.Nearest(2, 1).ShouldBe([3]);
    }

    [Fact]
    public void What_has_nothing_in_common_is_not_proposed() => Likeness(Articles).Nearest(4, 4).ShouldNotContain(2);

    [Fact]
    public void A_text_is_most_like_itself_and_the_order_of_two_does_not_matter() =>
        Gen.Select(Han.Text(1, 60), Han.Text(1, 60))
            .Sample(
                (one, other) =>
                {
                    var likeness = Likeness((one, one), (other, other));
                    likeness.Between(0, 0).ShouldBe(1, 1e-9);
                    likeness.Between(0, 1).ShouldBe(likeness.Between(1, 0));
                    likeness.Between(0, 1).ShouldBeInRange(0, 1);
                }
            );

    [Fact]
    public void The_same_texts_give_the_same_answer() =>
        Likeness(Articles).Nearest(1, 4).ShouldBe(Likeness(Articles).Nearest(1, 4));

    private static TextLikeness Likeness(params (string Title, string Text)[] articles) =>
        new([.. articles.Select(article => TermCounts.Of(article.Title, article.Text))]);
}
