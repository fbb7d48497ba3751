using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Concentric.Modules.Meetings;
using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Rules.Facts;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Conventions;

/// <summary>Two languages, complete in both; no text for people outside the resource files.</summary>
public sealed partial class WordsTests(Installation installation)
{
    public static TheoryData<string> Books => [.. Product.Sources("src/Concentric", "Texts.resx")];

    [Theory, MemberData(nameof(Books))]
    public void Every_word_is_there_in_both_languages(string book)
    {
        var chinese = Read(book);
        var english = Read(book.Replace(".resx", ".en.resx"));
        chinese.Keys.Order().ShouldBe(english.Keys.Order());
        chinese.Where(word => word.Value.Length == 0).ShouldBeEmpty();
        english.Where(word => word.Value.Length == 0 || Han().IsMatch(word.Value)).Select(word => word.Key).ShouldBeEmpty();
        chinese
            .Keys.Where(key => Slots(chinese[key]) != Slots(english[key]))
            .ShouldBeEmpty("The values of a sentence differ between languages.");
    }

    [Fact]
    public void Every_word_that_a_page_asks_for_exists()
    {
        var known = Product.Sources("src/Concentric", "Texts.resx").SelectMany(book => Read(book).Keys).ToHashSet();
        var asked =
            from file in Product.Sources("src/Concentric", ".cshtml", ".cs", ".razor")
            from Match match in Asked().Matches(Product.Text(file))
            where !known.Contains(match.Groups[1].Value)
            select $"{file}: {match.Groups[1].Value}";
        asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_follows_a_number_is_never_asked_for_without_it()
    {
        var plural = Product
            .Sources("src/Concentric", "Texts.en.resx")
            .SelectMany(Read)
            .Where(word => Plural().IsMatch(word.Value))
            .Select(word => word.Key)
            .ToHashSet();
        var asked =
            from file in Product.Sources("src/Concentric", ".cshtml", ".cs")
            from Match match in AskedBare().Matches(Product.Text(file))
            where plural.Contains(match.Groups[1].Value) || match.Groups[1].Value is "Unit."
            select $"{file}: {match.Value}";
        asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_word_that_is_looked_for_in_every_book_stands_in_one()
    {
        var twice =
            from book in Product.Sources("src/Concentric", "Texts.resx")
            from key in Read(book).Keys
            where LookedForInEveryBook().IsMatch(key)
            group book by key into found
            where found.Count() > 1
            select $"{found.Key}: {string.Join(", ", found)}";
        twice.ShouldBeEmpty();
    }

    [Fact]
    public void Refusals_permissions_units_kinds_of_fact_records_and_menus_have_words()
    {
        var words = installation.Services.GetRequiredService<Words>();
        var refusals =
            from file in Product.Sources("src/Concentric", ".cs")
            from Match match in RefusalCode().Matches(Product.Text(file))
            select "Refusal." + match.Groups[1].Value;
        refusals
            .Concat(House.Modules.All.SelectMany(module => module.Permissions).Select(id => "Permission." + id))
            .Concat(
                House
                    .Modules.All.SelectMany(module => module.Menu)
                    .SelectMany(entry => new[] { entry.TextKey, entry.Group }.OfType<string>())
            )
            .Concat(UnitOfCount.All.Select(unit => "Unit." + unit))
            .Concat(installation.Services.GetRequiredService<FactKinds>().All.Select(kind => "Fact." + kind.Id))
            .Concat(AuditedRecords().Select(type => "Record." + type.Name))
            .Distinct()
            .Where(key => !words.Has(key))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_words_stand_in_code_or_markup()
    {
        var found =
            from file in Product.Sources("src/Concentric", ".cs", ".cshtml", ".razor", ".ts")
            from line in Product.Text(file).Split('\n').Select((text, number) => (text, number))
            where Han().IsMatch(WithoutComments(line.text))
            select $"{file}:{line.number + 1}: {line.text.Trim()}";
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Data_files_speak_the_readers_language()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language.English);
        try
        {
            var kinds = installation.Services.GetRequiredService<MeetingKinds>();
            var roles = installation.Services.GetRequiredService<RoleCatalog>();
            kinds.All.Select(kind => kind.Name).Where(name => Han().IsMatch(name)).ShouldBeEmpty();
            roles.All.Select(role => roles.TitleOf(role.Id)).Where(title => Han().IsMatch(title)).ShouldBeEmpty();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Chinese_sentences_have_full_width_punctuation() =>
        Product
            .Sources("src/Concentric", "Texts.resx")
            .SelectMany(book => Read(book).Where(word => HalfWidth().IsMatch(word.Value)).Select(word => $"{book}: {word.Key}"))
            .ShouldBeEmpty();

    /// <summary>What the audit trail tells of, by the kind of record.</summary>
    private IEnumerable<Type> AuditedRecords()
    {
        using var scope = installation.Services.CreateScope();
        return
        [
            .. scope
                .ServiceProvider.GetRequiredService<AppDb>()
                .Model.GetEntityTypes()
                .Select(entity => entity.ClrType)
                .Where(type =>
                    type.IsSubclassOf(typeof(CommitteeEntity))
                    && type != typeof(AuditEntry)
                    && !type.IsDefined(typeof(OutsideAuditAttribute), inherit: true)
                ),
        ];
    }

    private static string WithoutComments(string line) => Comment().Replace(line, "");

    private static Dictionary<string, string> Read(string book) =>
        XDocument
            .Load(Path.Combine(Product.Root, book))
            .Root!.Elements("data")
            .ToDictionary(word => word.Attribute("name")!.Value, word => word.Element("value")!.Value);

    /// <summary>The values of a sentence; a word that follows one's number is none.</summary>
    private static string Slots(string sentence) =>
        string.Concat(Slot().Matches(sentence).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[,;:?!()]|[,;:?!()](?=\p{IsCJKUnifiedIdeographs})|（[^（）]*\)|\([^()]*）")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"\{\d:[^}]*\|")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b\w+\[\$?""([A-Za-z][\w.-]*)(?:\{[^}""]*\})?""\]")]
    private static partial Regex AskedBare();

    [GeneratedRegex(@"^(?:Menu|Refusal|Permission|Unit|Fact|Record)\.")]
    private static partial Regex LookedForInEveryBook();

    [GeneratedRegex(@"\{\d[^}|]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\b(?:T|Shared|Words|words|Flash)\s*[\[(]""([A-Za-z][\w.-]*)""\s*[\]),]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"new Refusal\(\s*""(\w+)""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"//.*$|^\s*\*.*$|@\*.*\*@|/\*.*\*/")]
    private static partial Regex Comment();
}
