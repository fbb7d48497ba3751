using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform.Ledger;
using Concentric.Rules.Figures;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Figures;

public sealed class FigureCatalogTests(Installation installation)
{
    private const string Right = """
        title: 学习
        titleEn: Study
        figures:
          - id: talks
            title: 宣讲
            titleEn: Talks
            definition: 一场计一场次
            definitionEn: One for each talk
            unit: sessions
            measure: count
            kinds: [study.talk-given]
        """;

    [Fact]
    public void The_catalogue_has_the_figures_of_the_yearly_account_in_their_units()
    {
        var catalog = installation.Services.GetRequiredService<FigureCatalog>();
        string[] named =
        [
            "theory-study-group-sessions",
            "standing-committee-thematic-studies",
            "staff-collective-studies",
            "study-seminars",
            "policy-talks",
            "trainings",
            "reading-activities",
        ];
        named.ShouldAllBe(id => catalog.Find(id) != null);
        catalog.Find("theory-study-group-sessions")!.Unit.ShouldBe("times");
        catalog.Find("policy-talks")!.Unit.ShouldBe("sessions");
        catalog.Find("policy-talks")!.Rounding.ShouldBe(Rounding.ToLeadingPlace);
        catalog.Find("members-reached-by-study")!.ShareOf.ShouldBe("seats");
    }

    [Fact]
    public void A_right_file_is_read() => Read(Right).All.ShouldHaveSingleItem().Id.ShouldBe("talks");

    [Theory]
    [InlineData("kinds: [study.talk-given]", "kinds: [study.talk-given, moon.landed]", 11, "moon.landed", "study.talk-given")]
    [InlineData("unit: sessions", "unit: times", 9, "recorded in sessions", "units are not mixed")]
    [InlineData("unit: sessions", "unit: 场次", 9, "none of", "sessions")]
    [InlineData("measure: count", "measure: guess", 10, "none of", "distinct-subjects")]
    [InlineData("measure: count", "measure: distinct-subjects", 10, "about a member", "about nobody")]
    [InlineData("definition: 一场计一场次", "round: about", 4, "definition", "has no")]
    [InlineData("titleEn: Talks", "titleEn: Talks\n    round: about", 7, "none of exact", "leading-place")]
    [InlineData("titleEn: Talks", "titleEn: Talks\n    colour: red", 7, "colour", "none of")]
    [InlineData("measure: count", "measure: count\n    shareOf: moons", 4, "moons", "neither a figure nor one of seats")]
    [InlineData("measure: count", "measure: distinct-places", 10, "distinct-places", "places")]
    [InlineData("id: talks", "id: Talks!", 4, "Talks!", "small letters")]
    public void A_mistake_is_told_with_file_line_and_what_would_be_right(
        string right,
        string wrong,
        int line,
        string told,
        string alsoTold
    )
    {
        var message = Should.Throw<InvalidDataException>(() => Read(Right.Replace(right, wrong))).Message;
        message.ShouldStartWith($"figures/study.yaml line {line}:");
        message.ShouldContain(told);
        message.ShouldContain(alsoTold);
    }

    [Fact]
    public void An_id_is_used_once_in_all_files() =>
        Should
            .Throw<InvalidDataException>(() =>
                new FigureCatalog([("figures/a.yaml", Right), ("figures/b.yaml", Right)], Kinds, [])
            )
            .Message.ShouldStartWith("figures/b.yaml line 4: the figure 'talks' is there already");

    [Fact]
    public void A_file_that_is_no_yaml_is_told_with_its_line() =>
        Should
            .Throw<InvalidDataException>(() => Read("title: [学习\nfigures:"))
            .Message.ShouldStartWith("figures/study.yaml line");

    private FactKinds Kinds => installation.Services.GetRequiredService<FactKinds>();

    private FigureCatalog Read(string text) => new([("figures/study.yaml", text)], Kinds, ["seats"]);
}
