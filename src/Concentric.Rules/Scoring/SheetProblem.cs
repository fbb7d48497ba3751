namespace Concentric.Rules.Scoring;

/// <summary>
/// One mistake in a sheet: where, which, and the values of its sentence. The sentence says what is wrong and what would be
/// right; it is the reader's, under <c>Sheet.{Code}</c> in the texts.
/// </summary>
public sealed record SheetProblem(SheetPosition At, string Code, params IReadOnlyList<string> Values);

/// <summary>What a sheet may speak of: a kind of fact that a module declares, its unit, and the attributes it may carry.</summary>
public sealed record DeclaredKind(string Id, string Unit, bool HasSubject, IReadOnlyList<string> Attributes)
{
    /// <summary>The steps its facts may carry; null where nobody says.</summary>
    public IReadOnlyList<string>? Steps { get; init; }

    /// <summary>The categories its facts may be of; null where nobody says.</summary>
    public IReadOnlyList<string>? Categories { get; init; }
}
