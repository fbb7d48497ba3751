using System.Net;
using Concentric.Modules.Portal;
using Concentric.Modules.Portal.Search;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>
/// The public page of an article, kept and made anew each time, beside the same bytes that the same server sends before any other step of
/// a request.
/// </summary>
internal static class PagesBench
{
    private const int Articles = 300;
    private const int Connections = 16;
    private const int Rounds = 3;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    internal static async Task RunAsync(Results results, string engine, string? server)
    {
        var prebuilt = new Prebuilt();
        await using var installation = await BenchInstallation.CreateAsync(
            server,
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Services.AddSingleton<IStartupFilter>(prebuilt);
            }
        );
        var committee = await installation.AddCommitteeAsync("bench");
        var path = $"/bench/articles/{await PublishAsync(installation, committee)}";
        await installation.App.StartAsync();
        var address = new Uri(installation.App.Urls.First());
        foreach (var encoding in new[] { "br", "identity" })
            await MeasureAsync(
                results,
                engine,
                new IPEndPoint(IPAddress.Loopback, address.Port),
                address,
                path,
                encoding,
                prebuilt
            );
        await installation.App.StopAsync();
    }

    private static async Task MeasureAsync(
        Results results,
        string engine,
        IPEndPoint server,
        Uri address,
        string path,
        string encoding,
        Prebuilt prebuilt
    )
    {
        using (var client = new HttpClient { BaseAddress = address })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Encoding", encoding);
            using var page = await client.SendAsync(request);
            prebuilt.Encoding = page.Content.Headers.ContentEncoding.FirstOrDefault();
            prebuilt.Bytes = await page.Content.ReadAsByteArrayAsync();
        }

        // An unknown parameter keeps a page from being kept, and from being compressed.
        var paths = new List<string> { Prebuilt.Path, path };
        if (encoding == "identity")
            paths.Add(path + "?anew=1");
        var speeds = paths.ToDictionary(one => one, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var one in paths)
            {
                var speed = await Load.PerSecondAsync(server, one, encoding, Connections, Time);
                if (round > 0)
                    speeds[one].Add(speed);
            }
        }

        double Median(string one) => speeds[one].Order().ElementAt(Rounds / 2);
        var form = $"{prebuilt.Bytes.Length / 1024.0:0.0} kB {encoding}";
        results.Add(
            $"article page, kept, {engine}",
            "the same bytes prebuilt",
            Median(path) / Median(Prebuilt.Path),
            Limit.Least(0.75),
            $"{Median(path):0} against {Median(Prebuilt.Path):0} requests/s, {form}"
        );
        if (paths.Count > 2)
            results.Add(
                $"article page, made anew, {engine}",
                "the same bytes prebuilt",
                Median(paths[2]) / Median(Prebuilt.Path),
                Limit.Least(0.15),
                $"{Median(paths[2]):0} against {Median(Prebuilt.Path):0} requests/s, {form}"
            );
    }

    /// <summary>A site of some size; the article that is read has the length of a usual one.</summary>
    private static async Task<Guid> PublishAsync(BenchInstallation installation, Committee committee)
    {
        await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var index = scope.ServiceProvider.GetRequiredService<ArticleIndex>();
        var column = Column.Create(new ColumnDetails { Slug = "news", Title = "要闻" }, null, 1);
        db.Add(column);
        var now = DateTimeOffset.UtcNow.AddDays(-1);
        var last = Guid.Empty;
        for (var number = 0; number < Articles; number++)
        {
            var text = Words(number, 2000);
            var article = Article.Draft(
                new ArticleDetails
                {
                    ColumnId = column.Id,
                    Title = Words(number, 24),
                    Source = "bench",
                    Body = new CleanBody(string.Concat(text.Chunk(250).Select(part => $"<p>{new string(part)}</p>")), text),
                },
                new Doer(Guid.CreateVersion7(), "writer", now)
            );
            article.Submit(new Doer(Guid.CreateVersion7(), "writer", now));
            for (var review = 0; review < 3; review++)
                article.PassReview(new Doer(Guid.CreateVersion7(), "reviewer", now));
            article.Publish(new Doer(Guid.CreateVersion7(), "editor", now.AddMinutes(number)));
            db.Add(article);
            await index.KeepAsync(article);
            last = article.Id;
        }

        await db.SaveChangesAsync();
        return last;
    }

    private static string Words(int seed, int length)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(0x4E00, 0x4E00 + 2500)));
    }

    /// <summary>Sends bytes that were made before, as the first step of a request.</summary>
    private sealed class Prebuilt : IStartupFilter
    {
        internal const string Path = "/prebuilt";

        internal byte[] Bytes { get; set; } = [];

        internal string? Encoding { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, rest) =>
                    {
                        if (context.Request.Path != Path)
                            return rest(context);
                        context.Response.ContentType = "text/html; charset=utf-8";
                        context.Response.ContentLength = Bytes.Length;
                        if (Encoding is not null)
                            context.Response.Headers.ContentEncoding = Encoding;
                        return context.Response.Body.WriteAsync(Bytes).AsTask();
                    }
                );
                next(app);
            };
    }
}
