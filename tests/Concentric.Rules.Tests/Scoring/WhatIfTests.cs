using Concentric.Rules.Scoring;

namespace Concentric.Rules.Tests.Scoring;

/// <summary>试算: only those who move are told, with the items that move them, the largest first.</summary>
public sealed class WhatIfTests
{
    private static readonly RuleSheet Before = TestScheme.Sheet(
        TestScheme.Item("talk", "talk", 2),
        TestScheme.Item("charity", "charity", 1)
    );

    private static readonly RuleSheet After = TestScheme.Sheet(
        TestScheme.Item("talk", "talk", 5),
        TestScheme.Item("charity", "charity", 0.5),
        TestScheme.Item("press", "press", 1)
    );

    [Fact]
    public void The_items_that_move_somebody_are_told_the_largest_first()
    {
        var facts = new[] { TestScheme.Fact("talk"), TestScheme.Fact("charity"), TestScheme.Fact("press") };
        var move = WhatIf.Of([Before.Derive(facts)], [After.Derive(facts)]).ShouldHaveSingleItem();
        (move.Before, move.After, move.Change).ShouldBe((TestScheme.P(3), TestScheme.P(6.5), TestScheme.P(3.5)));
        move.Items.Select(item => (item.Item, item.Change))
            .ShouldBe([("talk", TestScheme.P(3)), ("press", TestScheme.P(1)), ("charity", TestScheme.P(-0.5))]);
    }

    [Fact]
    public void Whoever_stays_is_not_told() => WhatIf.Of([Before.Derive()], [After.Derive()]).ShouldBeEmpty();

    [Fact]
    public void Whom_only_one_sheet_judges_has_one_side()
    {
        WhatIf.Of([], [After.Derive(TestScheme.Fact("talk"))]).ShouldHaveSingleItem().Before.ShouldBeNull();
        WhatIf.Of([Before.Derive(TestScheme.Fact("talk"))], []).ShouldHaveSingleItem().After.ShouldBeNull();
    }
}
