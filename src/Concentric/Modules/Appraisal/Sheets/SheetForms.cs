namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>What a piece of a sheet may be. The reader checks by it and the published JSON Schema is written from it.</summary>
internal abstract record Form;

/// <summary>Words for people; a number or a yes without quotes is taken as its letters, so that <c>version: 2026.1</c> is right.</summary>
internal sealed record TextForm(int Longest = 1000) : Form;

/// <summary>A name that other parts refer to: lower-case Latin letters, digits and hyphens.</summary>
internal sealed record IdForm : Form;

/// <summary>The id of a kind of fact: module, dot, what happened.</summary>
internal sealed record KindForm : Form;

/// <summary>Points or a share: a decimal with at most three places.</summary>
internal sealed record NumberForm(decimal Least = 0, decimal Most = 100_000) : Form;

internal sealed record WholeForm(int Least, int Most) : Form;

internal sealed record FlagForm : Form;

internal sealed record DateForm : Form;

internal sealed record ChoiceForm(params string[] Options) : Form;

/// <summary>A list; with <paramref name="OrOne"/> also a single value in its place.</summary>
internal sealed record ListForm(Form Of, bool OrOne = false, int Least = 0) : Form;

/// <summary>Ids to values.</summary>
internal sealed record DictionaryForm(Form Value) : Form;

/// <summary>A single value, or something larger.</summary>
internal sealed record EitherForm(Form Single, Form Larger) : Form;

internal sealed record Field(string Name, Form Form, string About, bool Required = false);

/// <summary>Named fields and no others; of each group of names exactly one must stand.</summary>
internal sealed record MapForm(string Name, params Field[] Fields) : Form
{
    internal string[][] ExactlyOne { get; init; } = [];

    /// <summary>Names of which at most one may stand.</summary>
    internal string[] NotBoth { get; init; } = [];
}
