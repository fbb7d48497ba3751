using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Tests.Conventions;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>Short ways to work with rule sheets by the pages.</summary>
internal static class SheetDesk
{
    internal const string Sheets = "/office/appraisal/sheets";

    /// <summary>The shipped sheet for 2026, sound.</summary>
    internal static string Good { get; } = Product.Text("data/rules/county-duty-appraisal.yaml").ReplaceLineEndings("\n");

    /// <summary>The same sheet under another number.</summary>
    internal static string Numbered(string number) => Good.Replace("version: \"2026.1\"", $"version: \"{number}\"");

    internal static async Task<HttpResponseMessage> UploadAsync(this Visitor office, byte[] file, string name)
    {
        var form = (IHtmlFormElement)(await office.GetPageAsync(Sheets)).QuerySelector("form[action*='handler=Upload']")!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        content.Add(new ByteArrayContent(file), "Upload", name);
        return await office.Client.PostAsync(new Uri($"{office.Base}{Sheets}?handler=Upload", UriKind.Relative), content);
    }

    /// <summary>Uploads a text and returns the draft's address below the committee.</summary>
    internal static async Task<string> BeginAsync(this Visitor office, string text)
    {
        var answer = await office.UploadAsync(Encoding.UTF8.GetBytes(text), "sheet.yaml");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString[office.Base.Length..];
    }

    /// <summary>Begins a draft and publishes it.</summary>
    internal static async Task<string> PublishedAsync(this Visitor secretary, string text, bool takesPlace = false)
    {
        var sheet = await secretary.BeginAsync(text);
        var fields = new Dictionary<string, string>();
        if (takesPlace)
            fields["TakesPlace"] = "true";
        (await secretary.SubmitAsync(sheet, fields, "#publish")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return sheet;
    }

    internal static Guid IdOf(string address) => Guid.Parse(address[(Sheets.Length + 1)..]);

    internal static Task<SheetEdition> EditionAsync(this TestCommittee committee, string address)
    {
        var id = IdOf(address);
        return committee.InDbAsync(db => db.Set<SheetEdition>().AsNoTracking().SingleAsync(edition => edition.Id == id));
    }

    internal static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
    }
}
