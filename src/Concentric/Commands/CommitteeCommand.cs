using System.CommandLine;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>What the commands for one committee share: its option, its scope, and the answer when it is not there.</summary>
internal static class CommitteeCommand
{
    private const int MostNamed = 20;

    internal static Option<string> NewCommitteeOption() =>
        new("--committee") { Description = "The committee's slug, the first part of its addresses.", Required = true };

    internal static Option<int> NewYearOption()
    {
        var year = new Option<int>("--year") { Description = "The year, four digits.", Required = true };
        year.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var value) && value is >= 1949 and <= 9998))
                result.AddError($"--year {token.Value} is not a year from 1949 on.");
        });
        return year;
    }

    /// <summary>Works for one committee; says on standard error when it is not there.</summary>
    internal static async Task<int> RunAsync(
        ParseResult parsed,
        Option<string> committee,
        string act,
        Func<IServiceProvider, Task<int>> work,
        CancellationToken cancellation
    )
    {
        await using var app = WebHost.Build(CommandLine.Address(parsed));
        var directory = app.Services.GetRequiredService<CommitteeDirectory>();
        var slug = parsed.GetValue(committee)!;
        if (await directory.FindAsync(slug, cancellation) is not { } found)
        {
            var some = (await directory.AfterAsync("", MostNamed, cancellation)).Select(row => row.Slug).ToList();
            return some.Count == 0
                ? await CommandLine.RefuseAsync("NoCommitteeYet")
                : await CommandLine.RefuseAsync(
                    "NoCommittee",
                    slug,
                    string.Join(", ", some) + (some.Count == MostNamed ? " …" : "")
                );
        }

        await using var scope = app.Services.CreateCommitteeScope(found, act);
        return await CommandLanguage.WorkAsync(() => work(scope.ServiceProvider));
    }
}
