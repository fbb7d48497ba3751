using System.CommandLine;
using Concentric.Modules.Appraisal;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric rescore --committee SLUG --year YYYY [--format json]</c>: derives an approved year again from the ledger as it stands
/// and says whose frozen result differs and by which items. Exit code 0 when nothing differs, 1 when something does, 2 when there is
/// nothing frozen to compare with. It changes nothing: a correction is recorded in the office, with its reason.
/// </summary>
internal static class RescoreCommand
{
    private const int Differs = 1;
    private const int NothingFrozen = 2;

    internal static Command Create()
    {
        var committee = CommitteeCommand.NewCommitteeOption();
        var year = CommitteeCommand.NewYearOption();
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "rescore",
            "Compare an approved year's frozen results with the ledger as it stands. Exit code 0: nothing differs; 1: something differs; 2: nothing is frozen for the year."
        )
        {
            committee,
            year,
            format,
        };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "rescore",
                    services =>
                        RescoreAsync(
                            services.GetRequiredService<AppraisalApi>(),
                            parsed.GetValue(year),
                            parsed.GetValue(format) == "json",
                            cancellation
                        ),
                    cancellation
                )
        );
        return command;
    }

    internal static async Task<int> RescoreAsync(AppraisalApi appraisal, int year, bool asJson, CancellationToken cancellation)
    {
        if (await appraisal.RescoreAsync(year, cancellation) is not { } differences)
        {
            await CommandLine.TellAsync("NothingFrozen", year);
            return NothingFrozen;
        }

        if (asJson)
        {
            CommandLine.Print(
                differences.Select(one => new
                {
                    id = one.PersonId,
                    name = one.Name,
                    frozen = one.Before?.ToDecimal(),
                    now = one.After?.ToDecimal(),
                    gradeFrozen = one.Result?.GradeBeforeQuota,
                    gradeNow = one.Now?.GradeBeforeQuota,
                    items = one.Items.Select(item => new { id = item.Item, change = item.Change.ToDecimal() }),
                })
            );
        }
        else
        {
            foreach (var one in differences)
            {
                var items = string.Join(", ", one.Items.Select(item => $"{item.Item} {item.Change}"));
                Console.WriteLine(
                    $"{one.PersonId} {one.Name}: {one.Before?.ToString() ?? "-"} -> {one.After?.ToString() ?? "-"}, {one.Result?.GradeBeforeQuota ?? "-"} -> {one.Now?.GradeBeforeQuota ?? "-"} ({items})"
                );
            }
        }

        await Console.Error.WriteLineAsync(Told(differences.Count));
        return differences.Count == 0 ? 0 : Differs;
    }

    /// <summary>The closing sentence: that all agree, or how many do not.</summary>
    internal static string Told(int differences) =>
        differences == 0 ? CommandLanguage.Say("ResultsAgree") : CommandLanguage.Say("ResultsDiffer", differences);
}
