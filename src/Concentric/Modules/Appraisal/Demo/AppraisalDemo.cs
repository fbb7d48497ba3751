using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Appraisal.Demo;

/// <summary>
/// The demo world's rule sheets: the example sheet in force for the demo's year, and a draft for the next year with one item more, so
/// that trying it out shows who would move.
/// </summary>
public sealed class AppraisalDemo(DataFolder data, SheetReader reader) : IDemoPart
{
    private const string Example = "rules/county-duty-appraisal.yaml";
    private const string OneItemMore = "demo/rule-sheet-item.yaml";
    private const string ItemBefore = "      - id: reading-session\n";

    /// <summary>The year that the example is written for.</summary>
    private const int ExampleYear = 2026;

    public int Order => 60;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var begin = world.Clock.Now;
        var year = begin.Year;
        world.At(new DateOnly(year, 1, 15), 16);
        await KeepAsync(world, OfYear(year), isPublished: true, cancellation);
        world.At(new DateOnly(year, 12, 20), 10);
        await KeepAsync(world, WithOneItemMore(OfYear(year + 1)), isPublished: false, cancellation);
        world.Clock.Now = begin;
    }

    private string OfYear(int year) =>
        data.ReadText(Example)
            .Replace($"{ExampleYear}-", $"{year}-", StringComparison.Ordinal)
            .Replace($"\"{ExampleYear}.", $"\"{year}.", StringComparison.Ordinal);

    private string WithOneItemMore(string text) =>
        text.Replace(ItemBefore, data.ReadText(OneItemMore).ReplaceLineEndings("\n") + ItemBefore, StringComparison.Ordinal);

    private Task KeepAsync(DemoCommittee world, string text, bool isPublished, CancellationToken cancellation) =>
        world.DoAsAsync(
            "secretary",
            "rule sheet",
            async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var reading = reader.Read(text);
                var edition = SheetEdition.Begin(text, reading);
                if (isPublished)
                    edition.Publish(
                        reading,
                        [],
                        takesPlace: false,
                        services.GetRequiredService<CurrentActor>().AccountId,
                        world.Clock.Now
                    );
                db.Add(edition);
                await db.SaveChangesAsync(cancellation);
            }
        );
}
