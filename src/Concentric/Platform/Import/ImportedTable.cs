namespace Concentric.Platform.Import;

/// <summary>What a file holds: lines of cells as text, each with the number that a spreadsheet shows.</summary>
internal sealed record ImportedTable(IReadOnlyList<TableLine> Lines)
{
    /// <summary>Cells in the widest line.</summary>
    public int Width => Lines.Count == 0 ? 0 : Lines.Max(line => line.Cells.Count);
}

internal sealed record TableLine(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell, or nothing where the line is shorter.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
