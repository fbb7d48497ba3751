using System.Net;
using System.Text;
using AngleSharp.Html.Dom;

namespace Concentric.Tests.World;

/// <summary>The steps of an import as a person takes them: a file, its columns, the check.</summary>
internal static class ImportSteps
{
    /// <summary>Uploads a list and has its rows looked at; gives the address of the run.</summary>
    internal static Task<string> CheckImportAsync(
        this Visitor visitor,
        string address,
        string text,
        Dictionary<string, string>? asked = null
    ) => visitor.CheckImportAsync(address, Encoding.UTF8.GetBytes(text), asked);

    internal static async Task<string> CheckImportAsync(
        this Visitor visitor,
        string address,
        byte[] file,
        Dictionary<string, string>? asked = null
    )
    {
        var columns = await visitor.UploadImportAsync(address, file);
        (await visitor.SubmitAsync(columns, asked ?? [], "main form[method=post]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return columns[..columns.LastIndexOf('/')];
    }

    /// <summary>Uploads a list; gives the address of the page about its columns.</summary>
    internal static async Task<string> UploadImportAsync(this Visitor visitor, string address, byte[] file)
    {
        var form = (IHtmlFormElement)(await visitor.GetPageAsync(address)).QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent();
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            content.Add(new StringContent(input.Value), input.Name!);
        content.Add(new ByteArrayContent(file), "Upload", "list.csv");
        var answer = await visitor.Client.PostAsync(new Uri(visitor.Base + address, UriKind.Relative), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString[visitor.Base.Length..];
    }

    /// <summary>The page of a run once nothing is under way.</summary>
    internal static async Task<IHtmlDocument> SettledImportAsync(this Visitor visitor, string run)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await visitor.GetAsync(run);
            if (!answer.Headers.Contains("Refresh"))
                return await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
            tries.ShouldBeLessThan(400);
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Presses the one button that writes, and waits until it is done.</summary>
    internal static async Task<IHtmlDocument> WriteImportAsync(this Visitor visitor, string run)
    {
        await visitor.SettledImportAsync(run);
        (await visitor.SubmitAsync(run, [], "form#write")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await visitor.SettledImportAsync(run);
    }
}
