namespace Concentric.Platform.Health;

/// <summary>One thing that is looked at.</summary>
/// <param name="Id">Stable: scripts and manuals name it.</param>
/// <param name="Look">What was found; an exception is a problem too.</param>
/// <param name="Needs">The check without which this one has nothing to look at.</param>
internal sealed record Check(
    string Id,
    string Title,
    string Cure,
    Func<CancellationToken, Task<Finding>> Look,
    string? Needs = null
);

/// <summary>What a check found, in English, for whoever runs the installation.</summary>
public sealed record Finding(bool IsWell, string Detail)
{
    public static Finding Well(string detail) => new(true, detail);

    public static Finding Problem(string detail) => new(false, detail);
}

/// <summary>A check's result; <paramref name="Cure"/> is the command or step that mends a problem.</summary>
public sealed record Diagnosis(string Id, string Title, bool IsWell, string Detail, string? Cure);

/// <summary>Looks over an installation. It changes nothing and may be run while the product serves.</summary>
public sealed class Doctor(IServiceProvider services)
{
    /// <summary>No check may keep the others waiting longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellation = default)
    {
        var found = new List<Diagnosis>();
        foreach (var check in DatabaseChecks.All(services).Concat(SurroundingsChecks.All(services)))
        {
            if (found.FirstOrDefault(earlier => earlier.Id == check.Needs) is { IsWell: false } needed)
            {
                found.Add(new(check.Id, check.Title, IsWell: false, $"Not looked at, because of {needed.Id}.", needed.Cure));
                continue;
            }

            var finding = await LookAsync(check, cancellation);
            found.Add(new(check.Id, check.Title, finding.IsWell, finding.Detail, finding.IsWell ? null : check.Cure));
        }

        return found;
    }

    private static async Task<Finding> LookAsync(Check check, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Patience);
        try
        {
            return await check.Look(limited.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var cause = failure;
            while (cause.InnerException is { } inner)
                cause = inner;
            return Finding.Problem(cause.Message.ReplaceLineEndings(" "));
        }
    }
}
