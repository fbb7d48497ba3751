using System.Diagnostics;
using System.Net;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>
/// Matters taken down at the desk, from the posted form to the committed rows, one after the other, beside the same rows inserted raw: the
/// matter, its first step, its fact, what search knows of it, its receipt, and the two that remember the form.
/// </summary>
internal static class IntakeBench
{
    private const int Posts = 400;
    private const int WarmUp = 200;
    private static readonly Uri Form = new("/bench/office/consultation/matters/new", UriKind.Relative);

    internal static async Task RunAsync(Results results, string engine, string? server)
    {
        await using var installation = await BenchInstallation.CreateAsync(
            server,
            builder => builder.WebHost.UseUrls("http://127.0.0.1:0")
        );
        var committee = await installation.AddCommitteeAsync("bench");
        await FoundPlaceAsync(installation, committee);
        await installation.App.StartAsync();
        var cookie = await OfficeVisitor.JoinAsync(installation, committee);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(installation.App.Urls.First()),
        };
        var (fields, token) = await OpenFormAsync(client, cookie);
        for (var number = 0; number < WarmUp; number++)
            await PostAsync(client, token, fields, number);
        await using var raw = await RawRows.OpenAsync(
            installation,
            committee,
            ("consultation_matters", "id"),
            ("consultation_matter_steps", "matter_id"),
            ("consultation_matter_receipts", "matter_id"),
            ("platform_search_texts", "record_id"),
            ("platform_facts", "source_id")
        );
        for (var number = 0; number < WarmUp; number++)
            await raw.InsertAsync();
        var posted = await PerSecondAsync(number => PostAsync(client, token, fields, WarmUp + number));
        var inserted = await PerSecondAsync(_ => raw.InsertAsync());
        results.Add(
            $"matters a second from the posted form to the committed rows, {engine}, one caller",
            "raw ADO.NET inserts of the same rows, a transaction for each matter",
            posted / inserted,
            Limit.None,
            $"{posted:0} : {inserted:0} matters/s"
        );
    }

    private static async Task<double> PerSecondAsync(Func<int, Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; number < Posts; number++)
            await work(number);
        return Posts / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task FoundPlaceAsync(BenchInstallation installation, Committee committee)
    {
        await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var doer = new Doer(Guid.CreateVersion7(), "bench", DateTimeOffset.UtcNow);
        var (place, step) = Place.Found(new PlaceDetails { Name = "village", Kind = PlaceKind.Village }, "village", null, doer);
        db.AddRange(place, step);
        await db.SaveChangesAsync();
    }

    /// <summary>The form as it came, and the cookies to send it with.</summary>
    private static async Task<(Dictionary<string, string> Fields, string Cookie)> OpenFormAsync(HttpClient client, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Form);
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        var own = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0]) : [];
        var fields = OfficeVisitor.HiddenFields(await answer.Content.ReadAsStringAsync());
        fields["Input.Place"] = "village";
        fields["Input.Topic"] = "water";
        return (fields, string.Join("; ", own.Prepend(cookie)));
    }

    private static async Task PostAsync(HttpClient client, string cookie, Dictionary<string, string> fields, int number)
    {
        fields["__once"] = Guid.CreateVersion7().ToString("N");
        fields["Input.Text"] =
            $"The canal of the third group leaks, number {number}; two rounds of water were lost. It should be mended.";
        using var request = new HttpRequestMessage(HttpMethod.Post, Form) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidDataException(
                $"The form was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
    }
}
