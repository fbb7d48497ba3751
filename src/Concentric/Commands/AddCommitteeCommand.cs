using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Concentric.Modules.Administration.Settings;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric committee add SLUG --name NAME --english-name NAME</c>: makes a committee with its three administrators and prints the
/// links by which they set their passwords.
/// </summary>
internal static class AddCommitteeCommand
{
    private static readonly Argument<string> Slug = new("SLUG")
    {
        Description = "The first part of its addresses: small letters, digits and hyphens.",
    };

    private static readonly Option<string> Name = new("--name") { Description = "Its full name.", Required = true };

    private static readonly Option<string> EnglishName = new("--english-name")
    {
        Description = "The name on pages in English.",
        Required = true,
    };

    private static readonly Option<string?> ShortName = new("--short-name")
    {
        Description = "Shown where there is little room; its name if it is not given.",
    };

    private static readonly Option<int> Term = new("--term")
    {
        Description = "Number of the present term.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int?> From = new("--from")
    {
        Description = "First year of the term; this year if it is not given.",
    };

    private static readonly Option<int?> To = new("--to") { Description = "Last year of the term; the fourth after its first." };

    private static readonly Option<string> Zone = new("--time-zone")
    {
        Description = "IANA name of the zone in which days are counted.",
        DefaultValueFactory = _ => "Asia/Shanghai",
    };

    private static readonly Dictionary<string, Option> Options = new(StringComparer.Ordinal)
    {
        [nameof(SettingsFields.Name)] = Name,
        [nameof(SettingsFields.EnglishName)] = EnglishName,
        [nameof(SettingsFields.ShortName)] = ShortName,
        [nameof(SettingsFields.Term)] = Term,
        [nameof(SettingsFields.TermFrom)] = From,
        [nameof(SettingsFields.TermTo)] = To,
        [nameof(SettingsFields.TimeZone)] = Zone,
    };

    internal static Command Create()
    {
        var command = new Command("add", "Make a committee with its three administrators.") { Slug };
        foreach (var option in Options.Values)
            command.Options.Add(option);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var address = CommandLine.Address(parsed);
                await using var app = WebHost.Build(address);
                // As `serve` does: who has no server of databases need not know of a schema.
                if (address.Engine == DatabaseEngine.Sqlite)
                {
                    await using var scope = app.Services.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync(cancellation);
                }

                var fields = Read(parsed, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().Year);
                return await AddAsync(app.Services, parsed.GetValue(Slug)!, fields, cancellation);
            }
        );
        return command;
    }

    private static SettingsFields Read(ParseResult parsed, int thisYear)
    {
        var first = parsed.GetValue(From) ?? thisYear;
        return new SettingsFields
        {
            Name = parsed.GetValue(Name),
            ShortName = parsed.GetValue(ShortName) ?? parsed.GetValue(Name),
            EnglishName = parsed.GetValue(EnglishName),
            Term = parsed.GetValue(Term),
            TermFrom = first,
            TermTo = parsed.GetValue(To) ?? first + 4,
            TimeZone = parsed.GetValue(Zone),
        };
    }

    private static async Task<int> AddAsync(
        IServiceProvider services,
        string slug,
        SettingsFields fields,
        CancellationToken cancellation
    )
    {
        var founding = services.GetRequiredService<CommitteeFounding>();
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(fields, new ValidationContext(fields), faults, validateAllProperties: true))
        {
            foreach (var field in faults.SelectMany(fault => fault.MemberNames))
                await CommandLine.TellAsync("OptionWrong", Options[field].Name);
            return 1;
        }

        if ((fields.WhyNotSave() ?? await founding.WhyNotAsync(slug, cancellation)) is { } refusal)
            return await CommandLine.RefuseAsync(refusal);
        var committee = new Committee
        {
            Slug = slug,
            Name = "",
            ShortName = "",
            EnglishName = "",
        };
        fields.WriteTo(committee);
        var administrators = await founding.FoundAsync(committee, cancellation);
        CommandLine.Print(new { committee = slug, administrators });
        return 0;
    }
}
