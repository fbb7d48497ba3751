namespace Concentric.Platform.Import;

/// <summary>The cells of one line by their meaning; tells of each that cannot be read, once.</summary>
/// <param name="shown">What of a cell may be repeated in the list of problems.</param>
internal sealed class RowCells(
    TableLine line,
    IReadOnlyDictionary<string, (int Place, string Heading)> places,
    List<RowProblem> problems,
    Func<string, string> shown
)
{
    private const int LongestShown = 60;

    internal delegate Refusal? Reading<TValue>(string writing, out TValue value);

    public string? Text(string column) =>
        places.TryGetValue(column, out var place) && line[place.Place] is { Length: > 0 } text ? text : null;

    public TValue? As<TValue>(string column, Func<string, TValue?> read, string refusal)
        where TValue : struct
    {
        if (Text(column) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Complain(column, new Refusal(refusal, Shown(column)));
        return value;
    }

    public string? Named(string column, Func<string, string?> read, string refusal)
    {
        if (Text(column) is not { } text)
            return null;
        var id = read(text);
        if (id is null)
            Complain(column, new Refusal(refusal, Shown(column)));
        return id;
    }

    public bool Parsed<TValue>(string column, Reading<TValue> read, out TValue value)
        where TValue : struct
    {
        value = default;
        if (Text(column) is not { } text)
            return false;
        if (read(text, out value) is not { } refusal)
            return true;
        Complain(column, refusal);
        return false;
    }

    public void Complain(string column, Refusal refusal)
    {
        // What could not be read was told already.
        if (problems.Exists(problem => problem.Refusal.Field == column))
            return;
        problems.Add(Problem(column, refusal));
    }

    /// <summary>What is wrong with a cell, with its heading and what stands there.</summary>
    public RowProblem Problem(string column, Refusal refusal)
    {
        var heading = places.TryGetValue(column, out var place) ? place.Heading : "";
        return new RowProblem(line.Number, heading, Shown(column), refusal.At(column));
    }

    private string Shown(string column)
    {
        var text = shown(Text(column) ?? "");
        return text.Length > LongestShown ? text[..LongestShown] + "…" : text;
    }
}
