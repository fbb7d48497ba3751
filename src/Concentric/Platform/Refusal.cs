namespace Concentric.Platform;

/// <summary>
/// Why something may not be done, by a stable code with the values its sentence needs. The button, the message and the
/// guard share one refusal. The sentence is in the resource file of the module under <c>Refusal.{Code}</c>.
/// </summary>
public sealed record Refusal(string Code, params object[] Values)
{
    /// <summary>The field it is about, if it is about one.</summary>
    public string? Field { get; init; }

    /// <summary>The same refusal, told beside a field.</summary>
    public Refusal At(string field) => this with { Field = field };
}

/// <summary>Thrown by a verb that was called although its <c>WhyNot…</c> question has an answer. Pages ask first.</summary>
public sealed class RefusedException(Refusal refusal) : InvalidOperationException($"Refused: {refusal.Code}")
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>Turns a refusal into the exception; nothing happens if there is none.</summary>
    public static void ThrowIf(Refusal? refusal)
    {
        if (refusal is not null)
            throw new RefusedException(refusal);
    }
}
