using Concentric.Platform.Documents;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Documents;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>The account as an official document: the same words as on the page, in the GB/T 9704-2012 form.</summary>
public sealed class AccountDocument(AccountLiquid liquid, AccountTemplates templates, CurrentCommittee committee)
{
    public const string ContentType = OfficialDocumentWriter.ContentType;

    public static string FileName(AnnualAccount account) => $"annual-account-{account.Year}-{account.Edition}.docx";

    /// <summary>The .docx; without number, signature and date while it is not signed.</summary>
    public byte[] Write(AnnualAccount account, AccountSheet sheet) =>
        OfficialDocumentWriter.Write(Compose(sheet, account.Year, account.DocumentNumber, account.SignedOn));

    /// <summary>A year's text as the template has it, for a year that has no account yet.</summary>
    public byte[] Write(int year, AccountSheet sheet) => OfficialDocumentWriter.Write(Compose(sheet, year, null, null));

    /// <summary>What keeps a text from being an official document: by code, empty if nothing does.</summary>
    public IReadOnlyList<string> FaultsOf(AccountSheet sheet, int year) => DocumentText.Faults(Compose(sheet, year, null, null));

    private OfficialDocument Compose(AccountSheet sheet, int year, string? number, DateOnly? signedOn) =>
        new()
        {
            IssuerMark = liquid.Render(templates.Template.IssuerMark, new AccountValues(committee.Value, year, sheet.Figures)),
            DocumentNumber = number,
            Title = sheet.Title,
            Body = [.. sheet.Paragraphs.Select(paragraph => paragraph.Block)],
            Issuer = committee.Value.Name,
            SignedOn = signedOn,
        };
}
