namespace Concentric.Rules.Scoring;

/// <summary>What people call a part of a sheet: in zh-CN, and in English where the sheet says it.</summary>
public interface INamedPart
{
    /// <summary>The name in zh-CN, which counts.</summary>
    string Title { get; }

    /// <summary>The name in English; null where the sheet has none.</summary>
    string? TitleEn { get; }
}
