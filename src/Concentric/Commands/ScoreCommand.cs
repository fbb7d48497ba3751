using System.CommandLine;
using Concentric.Modules.Appraisal;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Rules.Scoring;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric score --committee SLUG --year YYYY [--member ID] [--sheet FILE] --format json</c>: statements as an array in the order
/// of names, each with total, grade, categories and its lines with reasons; points are numbers. Without <c>--sheet</c> the sheet in
/// force for the year judges. <c>concentric what-if --committee SLUG --year YYYY --sheet DRAFT</c>: who moves under a draft.
/// </summary>
internal static class ScoreCommand
{
    internal static Command Create()
    {
        var committee = CommitteeCommand.NewCommitteeOption();
        var year = CommitteeCommand.NewYearOption();
        var member = new Option<Guid?>("--member") { Description = "A person's id; without it everybody." };
        var sheet = new Option<FileInfo?>("--sheet") { Description = "A rule sheet in place of the one in force." };
        var format = NewFormatOption();
        var command = new Command("score", "Print statements.") { committee, year, member, sheet, format };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "score",
                    services =>
                        ScoreAsync(
                            services.GetRequiredService<AppraisalApi>(),
                            parsed.GetValue(year),
                            parsed.GetValue(member),
                            parsed.GetValue(sheet),
                            cancellation
                        ),
                    cancellation
                )
        );
        return command;
    }

    internal static Command CreateWhatIf()
    {
        var committee = CommitteeCommand.NewCommitteeOption();
        var year = CommitteeCommand.NewYearOption();
        var sheet = new Option<FileInfo>("--sheet") { Description = "The draft.", Required = true };
        var format = NewFormatOption();
        var command = new Command("what-if", "Say who moves under a draft.") { committee, year, sheet, format };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "what-if",
                    services =>
                        CompareAsync(
                            services.GetRequiredService<AppraisalApi>(),
                            parsed.GetValue(year),
                            parsed.GetValue(sheet)!,
                            cancellation
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static Option<string> NewFormatOption()
    {
        var format = new Option<string>("--format") { Description = "json", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json");
        return format;
    }

    private static async Task<int> ScoreAsync(
        AppraisalApi appraisal,
        int year,
        Guid? member,
        FileInfo? file,
        CancellationToken cancellation
    )
    {
        if (await SheetAsync(appraisal, year, file, cancellation) is not { } sheet)
            return 1;
        if (member is not { } person)
        {
            var all = await appraisal.StatementsAsync(sheet, cancellation);
            CommandLine.Print(all.Select(one => Describe(appraisal, sheet, one)));
            return 0;
        }

        if (await appraisal.StatementAsync(sheet, person, cancellation) is not { } found)
        {
            return await CommandLine.RefuseAsync("NoSeat", person, $"{sheet.From:O}", $"{sheet.To:O}");
        }

        CommandLine.Print(new[] { Describe(appraisal, sheet, found) });
        return 0;
    }

    private static async Task<int> CompareAsync(AppraisalApi appraisal, int year, FileInfo file, CancellationToken cancellation)
    {
        if (
            await SheetAsync(appraisal, year, null, cancellation) is not { } present
            || await SheetAsync(appraisal, year, file, cancellation) is not { } draft
        )
            return 1;
        draft = draft.On(present.From, present.To);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var before = await StatementsAsync(appraisal, present, names, cancellation);
        var after = await StatementsAsync(appraisal, draft, names, cancellation);
        CommandLine.Print(
            WhatIf
                .Of(before, after)
                .Select(move => new
                {
                    id = move.Member,
                    name = names[move.Member],
                    before = move.Before?.ToDecimal(),
                    after = move.After?.ToDecimal(),
                    gradeBefore = move.GradeBefore,
                    gradeAfter = move.GradeAfter,
                    items = move.Items.Select(item => new { id = item.Item, change = item.Change.ToDecimal() }),
                })
        );
        return 0;
    }

    private static async Task<IReadOnlyList<Statement>> StatementsAsync(
        AppraisalApi appraisal,
        RuleSheet sheet,
        Dictionary<string, string> names,
        CancellationToken cancellation
    )
    {
        var all = await appraisal.StatementsAsync(sheet, cancellation);
        foreach (var one in all)
            names[one.Statement.Member] = one.Name;
        return [.. all.Select(one => one.Statement)];
    }

    /// <summary>The file's sheet when one is named, else the one in force; says why there is none.</summary>
    internal static async Task<RuleSheet?> SheetAsync(
        AppraisalApi appraisal,
        int year,
        FileInfo? file,
        CancellationToken cancellation
    )
    {
        if (file is null)
        {
            var found = await appraisal.SheetOfAsync(year, cancellation);
            if (found is null)
                await CommandLine.TellAsync("NoSheet", year);
            return found;
        }

        if (!file.Exists)
        {
            await CommandLine.TellAsync("NoFile", file.FullName);
            return null;
        }

        var (text, refusal) = await SheetFile.ReadAsync(file, cancellation);
        if (refusal is not null)
        {
            await CommandLine.RefuseAsync(refusal);
            return null;
        }

        var reading = appraisal.Read(text);
        if (reading is { IsSound: true, Sheet: { } sheet })
            return sheet.To.Year == year ? sheet : await TriedAsync(appraisal, sheet, year, cancellation);
        await CommandLine.TellAsync("SheetUnsound", file.Name, reading.Problems.Count, reading.Differences.Count);
        return null;
    }

    /// <summary>A sheet of another year, tried on this year's days; says so on standard error.</summary>
    private static async Task<RuleSheet> TriedAsync(
        AppraisalApi appraisal,
        RuleSheet sheet,
        int year,
        CancellationToken cancellation
    )
    {
        var present = await appraisal.SheetOfAsync(year, cancellation);
        var tried = sheet.On(present?.From ?? new DateOnly(year, 1, 1), present?.To ?? new DateOnly(year, 12, 31));
        await CommandLine.TellAsync(
            "SheetTried",
            $"{sheet.Id} {sheet.Version}",
            $"{sheet.From:O}",
            $"{sheet.To:O}",
            $"{tried.From:O}",
            $"{tried.To:O}"
        );
        return tried;
    }

    private static object Describe(AppraisalApi appraisal, RuleSheet sheet, MemberStatement one)
    {
        var statement = one.Statement;
        return new
        {
            id = one.PersonId,
            one.Name,
            sheet = statement.Sheet,
            total = statement.Total.ToDecimal(),
            grade = statement.GradeBeforeQuota,
            @base = statement.BaseTotal.ToDecimal(),
            bonus = statement.BonusTotal.ToDecimal(),
            deductions = statement.DeductionTotal.ToDecimal(),
            categories = statement.Categories.ToDictionary(
                category => category.Category.Id,
                category => category.Points.ToDecimal(),
                StringComparer.Ordinal
            ),
            unmet = statement.MinimumDuties.Where(duty => !duty.Met).Select(duty => duty.Duty.Id),
            lines = statement
                .Items.SelectMany(item => item.Lines)
                .Select(line => new
                {
                    fact = line.Fact.Id,
                    line.Fact.Kind,
                    line.Fact.Day,
                    line.Item,
                    line.Step,
                    points = line.Given.ToDecimal(),
                    reason = line.Reason.ToString(),
                    words = appraisal.Note(line),
                }),
            notCounted = statement.Uncounted.Select(fact => new
            {
                fact = fact.Fact.Id,
                fact.Fact.Kind,
                fact.Fact.Day,
                fact.Item,
                reason = fact.Reason.ToString(),
                words = appraisal.Reason(sheet, fact),
            }),
        };
    }
}
