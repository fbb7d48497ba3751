using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// Something that is to be done to a matter: the verb by its name, and the call of it. <see cref="MatterActs"/> does the rest, so that a
/// page, a bulk act, the submitter with the code, and the demo world all do the same.
/// </summary>
/// <param name="Verb">What is done.</param>
/// <param name="Do">Calls the matter's verb: <c>(matter, act) => matter.Approve(words, act)</c>. It may refuse.</param>
public sealed record MatterDeed(MatterVerb Verb, Action<Matter, MatterAct> Do)
{
    /// <summary>The version that the form was filled from; none where nothing was shown before.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>What is stored beside it once the verb was done: files. It may refuse; then nothing is done.</summary>
    public Func<Matter, Task<Refusal?>>? Beside { get; init; }
}

/// <summary>What came of a deed.</summary>
/// <param name="Matter">None when there is no such matter, or it is outside the field of whoever acts.</param>
/// <param name="Refusal">Why it was not done; none when it was.</param>
public sealed record MatterAnswer(Matter? Matter, Refusal? Refusal)
{
    public static MatterAnswer NotFound { get; } = new(null, null);

    public bool IsDone => Matter is not null && Refusal is null;
}

/// <summary>What came of a deed done to many.</summary>
/// <param name="Done">How many were done.</param>
/// <param name="Refused">The others, each with its reason.</param>
/// <param name="NotFound">How many were outside the field of whoever acts.</param>
public sealed record MatterBulkAnswer(int Done, IReadOnlyList<RefusedMatter> Refused, int NotFound);

/// <summary>A matter with which a deed done to many was not done.</summary>
public sealed record RefusedMatter(Guid Id, string Title, Refusal Refusal);
