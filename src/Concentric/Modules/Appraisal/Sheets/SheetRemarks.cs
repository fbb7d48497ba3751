using Concentric.Platform;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>One thing wrong with a sheet's text, as the page and the live check tell it.</summary>
/// <param name="Told">The whole sentence with its place in front.</param>
public sealed record SheetRemark(int Line, int Column, string Message, string Told);

/// <summary>Everything wrong with a text, in words and in the order of the text.</summary>
/// <param name="Summary">How it stands, in one sentence.</param>
/// <param name="Differences">Worked examples that come to something else than what is written.</param>
public sealed record SheetRemarks(
    bool Sound,
    string Summary,
    IReadOnlyList<SheetRemark> Problems,
    IReadOnlyList<SheetRemark> Differences
)
{
    /// <summary>A text with more mistakes than these is corrected from the top; the summary counts them all.</summary>
    private const int MostTold = 500;

    public IEnumerable<SheetRemark> All => Problems.Concat(Differences);

    public static SheetRemarks Of(SheetReading reading, Words words) =>
        new(
            reading.IsSound,
            Summarise(reading, words),
            [
                .. reading
                    .Problems.Take(MostTold)
                    .Select(one => new SheetRemark(one.At.Line, one.At.Column, words.Say(one), words.Located(one))),
            ],
            [
                .. reading
                    .Differences.Take(MostTold)
                    .Select(one => new SheetRemark(one.At.Line, one.At.Column, words.Say(one), words.Located(one))),
            ]
        );

    private static string Summarise(SheetReading reading, Words words) =>
        reading.IsSound ? words["Check.Sound", reading.Sheet!.Examples.Count]
        : reading.Problems.Count > 0 ? words["Check.Problems", reading.Problems.Count]
        : words["Check.Differences", reading.Differences.Count];
}
