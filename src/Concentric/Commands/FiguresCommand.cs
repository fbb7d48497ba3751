using System.CommandLine;
using Concentric.Modules.Figures;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric figures --committee SLUG --year YYYY --format json</c>: every figure of the catalogue as an object
/// figure id → value (the exact number), unit, text (as an account tells it, with 余).
/// </summary>
internal static class FiguresCommand
{
    internal static Command Create()
    {
        var committee = CommitteeCommand.NewCommitteeOption();
        var year = CommitteeCommand.NewYearOption();
        var format = new Option<string>("--format") { Description = "json", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json");
        var command = new Command("figures", "Print a year's figures.") { committee, year, format };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "figures",
                    async services =>
                    {
                        var api = services.GetRequiredService<FiguresApi>();
                        // Text and unit are the account's, which is a document in Chinese.
                        CommandLine.Print(
                            Describe(await Language.InChinese(() => api.OfYearAsync(parsed.GetValue(year), cancellation)))
                        );
                        return 0;
                    },
                    cancellation
                )
        );
        return command;
    }

    internal static IReadOnlyDictionary<string, object> Describe(IEnumerable<FigureSummary> figures) =>
        figures.ToDictionary(
            figure => figure.Id,
            object (figure) =>
                new
                {
                    figure.Value,
                    unit = figure.UnitWord,
                    figure.Text,
                },
            StringComparer.Ordinal
        );
}
