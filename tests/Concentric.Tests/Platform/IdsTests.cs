using Concentric.Platform;

namespace Concentric.Tests.Platform;

/// <summary>Keys say in which order things were made.</summary>
public sealed class IdsTests
{
    [Fact]
    public void Keys_made_one_after_the_other_are_in_that_order_and_never_the_same()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => Ids.New()).ToList();
        made.Select(id => id.ToString()).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        made.Distinct().Count().ShouldBe(made.Count);
        made.ShouldAllBe(id => id.Version == 7 && id.Variant >= 8 && id.Variant < 12);
    }
}
