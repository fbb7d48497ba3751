using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform.Documents;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Files;

/// <summary>A member's duty file of one term, to read and to take along.</summary>
public abstract class DutyFilePage(DutyFiles files, DutyFileExport export, StatementWording wording) : AppPage
{
    public abstract bool IsOffice { get; }

    public DutyFile? DutyFile { get; private set; }

    public StatementWording Wording => wording;

    protected async Task<bool> LoadAsync(Guid personId, int? term, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        DutyFile = await files.ReadAsync(personId, term, IsOffice, cancellation);
        return DutyFile is not null;
    }

    /// <summary>The file as .docx or .xlsx, when the address asks for it.</summary>
    protected FileContentResult? AsFile()
    {
        var name = FormattableString.Invariant($"duty-file-{DutyFile!.Term}");
        return Request.Query["format"].ToString() switch
        {
            "docx" => File(export.Document(DutyFile), OfficialDocumentWriter.ContentType, name + ".docx"),
            "xlsx" => File(export.Workbook(DutyFile), DutyFileExport.WorkbookType, name + ".xlsx"),
            _ => null,
        };
    }
}
