using Concentric.Modules.Appraisal;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Rules.Scoring;
using Concentric.Tests.Conventions;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>The sheets that travel with the product, and the published format.</summary>
public sealed class RuleSheetFilesTests
{
    private const string Schema = "docs/rules.schema.json";

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Product.Root, "data/rules"), "*.yaml")
                .Select(file => Path.GetRelativePath(Product.Root, file))
                .Order(),
        ];

    internal static SheetReader Reader { get; } = AppraisalModule.ReaderFor(new FactKinds(House.Modules), new DataFolder());

    [Theory, MemberData(nameof(Files))]
    public void Every_sheet_is_sound_and_its_worked_examples_compute_as_written(string file)
    {
        var reading = Reader.Read(Product.Text(file));
        reading.Problems.ShouldBeEmpty();
        reading.Differences.ShouldBeEmpty();
        reading.Sheet!.Examples.Count.ShouldBeGreaterThan(1);
        reading.Sheet.Source.ShouldNotBeNullOrEmpty("a sheet cites where its rules come from");
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_sheet_has_its_names_in_English_too(string file)
    {
        var sheet = Reader.Read(Product.Text(file)).Sheet!;
        IEnumerable<INamedPart> parts =
        [
            sheet,
            .. sheet.Roles.Keys.Select(sheet.RoleName),
            .. sheet.Categories,
            .. sheet.AllItems,
            .. sheet.MinimumDuties,
            .. sheet.Vetoes,
            .. sheet.Grades?.Levels ?? [],
        ];
        parts.Where(part => string.IsNullOrEmpty(part.TitleEn)).Select(part => part.Title).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void An_example_that_does_not_compute_is_shown_with_both_values(string file)
    {
        var text = Product.Text(file);
        var at = text.LastIndexOf("total: ", StringComparison.Ordinal) + "total: ".Length;
        var difference = Reader.Read(text[..at] + "9" + text[at..]).Differences.ShouldHaveSingleItem();
        difference.Path.ShouldBe("total");
        difference.Written.ShouldBe("9" + difference.Computed);
        difference.At.Line.ShouldBe(text[..at].Count(letter => letter == '\n') + 1);
    }

    [Fact]
    public void All_four_shapes_have_a_sheet() =>
        Files.Select(file => Reader.Read(Product.Text(file.Data)).Sheet!.Shape).Distinct().Count().ShouldBe(4);

    [Fact]
    public void The_published_schema_is_that_of_the_code()
    {
        if (Environment.GetEnvironmentVariable("CONCENTRIC_WRITE_DOCS") == "1")
            File.WriteAllText(Path.Combine(Product.Root, Schema), SheetSchema.ToJson());
        Product.Text(Schema).ShouldBe(SheetSchema.ToJson());
    }

    [Theory]
    [InlineData("docs/rules.md")]
    [InlineData("docs/rules.zh-CN.md")]
    public void The_guide_names_every_key_of_the_format(string guide)
    {
        var text = Product.Text(guide);
        SheetFormatKeys.All().Where(key => !text.Contains($"`{key}`")).ShouldBeEmpty();
    }
}
