using System.Globalization;
using System.Text.Json;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>Listens to the screen of a session as a browser does.</summary>
internal sealed class ScreenReader(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
{
    public static async Task<ScreenReader> OpenAsync(Visitor room, string code, int? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{room.Base}/screen/{code}/events", UriKind.Relative));
        if (lastEventId is { } last)
            request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        var response = await room.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new ScreenReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next state that is sent.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                return JsonDocument.Parse(line[6..]).RootElement;
        }

        throw new InvalidOperationException("The stream ended.");
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
