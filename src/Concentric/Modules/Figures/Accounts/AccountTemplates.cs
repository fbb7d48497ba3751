using Concentric.Platform;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>The text that an account begins from: <c>data/reports/annual-account</c>, checked before it is first used, and by <c>doctor</c>.</summary>
public sealed class AccountTemplates
{
    private const string Folder = "reports/annual-account";

    /// <exception cref="InvalidDataException">The text names an unknown figure or is not Liquid; names file and line.</exception>
    public AccountTemplates(DataFolder data, AccountLiquid liquid)
    {
        var manifest = data.ReadYaml<Manifest>($"{Folder}/manifest.yaml");
        Template = new AccountTemplate(
            manifest.Id,
            manifest.Version,
            manifest.Title,
            manifest.IssuerMark,
            data.ReadText($"{Folder}/{manifest.Body}").Trim(),
            manifest.Column
        );
        Check(liquid, Template.Title, "manifest.yaml (title)");
        Check(liquid, Template.IssuerMark, "manifest.yaml (issuerMark)");
        Check(liquid, Template.Body, manifest.Body);
    }

    public AccountTemplate Template { get; }

    private static void Check(AccountLiquid liquid, string text, string file)
    {
        if (liquid.FaultsOf(text) is [var fault, ..])
            throw new InvalidDataException($"{Folder}/{file} line {fault.Line}: {fault.Detail}");
    }

    internal sealed class Manifest
    {
        public string Id { get; set; } = "";
        public int Version { get; set; }
        public string Title { get; set; } = "";
        public string IssuerMark { get; set; } = "";
        public string Body { get; set; } = "";
        public string Column { get; set; } = "";
    }
}

/// <summary>One text to begin from.</summary>
/// <param name="Version">Raised with each change of the text.</param>
/// <param name="Title">Liquid, one line.</param>
/// <param name="IssuerMark">发文机关标志: Liquid, one line.</param>
/// <param name="Body">Liquid, a paragraph a line.</param>
/// <param name="Column">The portal's column for the published account.</param>
public sealed record AccountTemplate(string Id, int Version, string Title, string IssuerMark, string Body, string Column);
