using System.Net;
using Concentric.Modules.Portal;
using Concentric.Modules.Portal.Search;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Concentric.Bench;

/// <summary>
/// The public page of an article, kept and made anew each time, beside the same answer, headers and bytes, that the same server sends before
/// any other step of a request.
/// </summary>
internal static class PagesBench
{
    private const int Articles = 300;
    private const int Connections = 16;
    private const int WarmUps = 6;
    private const int Rounds = 15;
    private const string Anew = "?anew=1";
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

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
        await MeasureAsync(results, engine, address, path, prebuilt);
        await installation.App.StopAsync();
    }

    private static async Task MeasureAsync(Results results, string engine, Uri address, string path, Prebuilt prebuilt)
    {
        foreach (var encoding in new[] { "br", "identity" })
            prebuilt.Keep(encoding, await FetchAsync(address, path, encoding));
        // An unknown parameter keeps a page from being kept, and from being compressed.
        Question[] questions =
        [
            new(Prebuilt.Path, "br"),
            new(path, "br"),
            new(Prebuilt.Path, "identity"),
            new(path, "identity"),
            new(path + Anew, "identity"),
        ];
        var speeds = questions.ToDictionary(question => question, _ => new List<double>());
        var server = new IPEndPoint(IPAddress.Loopback, address.Port);
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var (question, measured) in speeds)
            {
                var speed = await Load.PerSecondAsync(server, question.Path, question.Encoding, Connections, Time);
                if (round >= 0)
                    measured.Add(speed);
            }
        }

        foreach (var question in questions.Where(question => question.Path != Prebuilt.Path))
        {
            var beside = speeds[new Question(Prebuilt.Path, question.Encoding)];
            var isKept = question.Path == path;
            results.Add(
                $"article page, {(isKept ? "kept" : "made anew")}, {question.Encoding}, {engine}",
                "the same bytes prebuilt",
                Median(speeds[question].Zip(beside, (own, other) => own / other)),
                Limit.Least(isKept ? 0.75 : 0.15),
                $"{Median(speeds[question]):0} against {Median(beside):0} requests/s, {prebuilt.LengthOf(question.Encoding) / 1024.0:0.0} kB"
            );
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static async Task<Answer> FetchAsync(Uri address, string path, string encoding)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", encoding);
        using var page = await client.SendAsync(request);
        var headers = page
            .Headers.Concat(page.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding" or "Age"))
            .ToDictionary(header => header.Key, header => new StringValues([.. header.Value]), StringComparer.Ordinal);
        return new Answer(headers, await page.Content.ReadAsByteArrayAsync());
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

    /// <summary>Headers and bytes as the product sent them.</summary>
    private sealed record Answer(Dictionary<string, StringValues> Headers, byte[] Bytes);

    private sealed record Question(string Path, string Encoding);

    /// <summary>Sends bytes that were made before, as the first step of a request.</summary>
    private sealed class Prebuilt : IStartupFilter
    {
        internal const string Path = "/prebuilt";

        private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);

        internal void Keep(string encoding, Answer answer) => answers[encoding] = answer;

        internal int LengthOf(string encoding) => answers[encoding].Bytes.Length;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, rest) =>
                    {
                        if (context.Request.Path != Path)
                            return rest(context);
                        var answer = answers[context.Request.Headers.AcceptEncoding.ToString()];
                        foreach (var (name, value) in answer.Headers)
                            context.Response.Headers[name] = value;
                        context.Response.ContentLength = answer.Bytes.Length;
                        return context.Response.Body.WriteAsync(answer.Bytes).AsTask();
                    }
                );
                next(app);
            };
    }
}
