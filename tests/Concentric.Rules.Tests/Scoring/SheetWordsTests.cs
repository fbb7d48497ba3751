using Concentric.Rules.Scoring;
using static Concentric.Rules.Tests.Scoring.TestScheme;

namespace Concentric.Rules.Tests.Scoring;

/// <summary>Words of a sheet: what may not be a mark whatever it is called, what was probably meant, where an example's facts fall.</summary>
public sealed class SheetWordsTests
{
    [Theory]
    [InlineData("login_count")]
    [InlineData("Daily log-ins")]
    [InlineData("ONLINE MINUTES")]
    [InlineData("ｏｎｌｉｎｅ－ｈｏｕｒｓ")]
    [InlineData("reading_minutes")]
    [InlineData("minutes of reading")]
    [InlineData("likes")]
    [InlineData("like")]
    [InlineData("forwards")]
    [InlineData("votes")]
    [InlineData("installs")]
    [InlineData("gps_track")]
    [InlineData("photo_count")]
    [InlineData("登录平台")]
    [InlineData("登 录 次 数")]
    [InlineData("平臺登錄")]
    [InlineData("在线时长")]
    [InlineData("在線時長")]
    [InlineData("学习·时长")]
    [InlineData("朋友圈點讚")]
    [InlineData("转发文章")]
    [InlineData("上传活动照片")]
    [InlineData("ＧＰＳ打点")]
    [InlineData("每日打卡")]
    public void A_forbidden_metric_is_known_in_any_dress(string name) => ForbiddenMetrics.In(name).ShouldNotBeNull();

    [Theory]
    [InlineData("plenary-half-day")]
    [InlineData("reading-session")]
    [InlineData("council-session")]
    [InlineData("参加读书分享、学习座谈")]
    [InlineData("投票选举")]
    [InlineData("摄影展")]
    [InlineData("招商引资（同一项目取最高阶段）")]
    public void Duties_are_no_forbidden_metrics(string name) => ForbiddenMetrics.In(name).ShouldBeNull();

    [Theory]
    [InlineData("opinion-itm", "opinion-item")]
    [InlineData("opinoin-item", "opinion-item")]
    [InlineData("honour", "proposal-honour")] // a part of the name
    [InlineData("x", "opinion-item, proposal-honour, charity")] // nothing near: all that there is
    [InlineData("forbidden-things", "opinion-item, proposal-honour, charity")]
    public void What_would_be_right_is_the_near_word_or_all_of_them(string word, string told) =>
        Nearest.To(word, ["opinion-item", "proposal-honour", "charity"]).ShouldBe(told);

    [Fact]
    public void Facts_of_an_example_fall_on_days_in_the_role_of_their_item()
    {
        var sheet = Sheet(Item("standing", "a.standing", 3) with { For = ["standing"] }, Item("all", "a.all", 1));
        var member = Member() with
        {
            Roles = [new("ordinary", new(2026, 3, 1), new(2026, 6, 14)), new("standing", new(2026, 6, 15), Last)],
        };
        var example = new SheetExample
        {
            Name = "in June",
            Member = member,
            Counts = [new("standing", null, 2, default), new("all", null, 2, default)],
        };
        Rules.Scoring.Scoring.Derive(sheet, member, SheetExamples.FactsOf(sheet, example)).Total.ShouldBe(P(8));
    }
}
