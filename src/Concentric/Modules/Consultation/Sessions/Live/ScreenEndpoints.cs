using System.Globalization;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using QRCoder;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>The stream of a session's screen, and the picture that leads phones to it. Whoever has the code may look: it names nobody.</summary>
internal static class ScreenEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/screen/{code}/events", ListenAsync).AllowAnonymous();
        endpoints.MapGet("/screen/{code}/qr.png", Picture).AllowAnonymous();
    }

    /// <summary>
    /// Sends the state at once where the reader has not seen it (<c>Last-Event-ID</c>), and then each change. It ends when the reader
    /// goes, cannot keep up, or the server stops; the browser comes again by itself.
    /// </summary>
    private static async Task ListenAsync(
        string code,
        HttpContext http,
        SessionBroadcast broadcast,
        IHostApplicationLifetime lifetime
    )
    {
        if (await AtDoorAsync(http, door => door.FindAsync(code, http.RequestAborted)) is not { } found)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (broadcast.CountOf(found.Id) >= SessionBroadcast.MostListeners)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var until = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var listener = broadcast.Join(found.Id);
        try
        {
            await SendAsync(http, "retry: 2000\n\n"u8.ToArray(), until.Token);
            var seen = await CatchUpAsync(http, broadcast, found, until.Token);
            await FollowAsync(http, listener, seen, until.Token);
            await SendAsync(http, "event: again\ndata: \n\n"u8.ToArray(), until.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader is gone, or the server stops.
        }
    }

    private static async Task<int> CatchUpAsync(
        HttpContext http,
        SessionBroadcast broadcast,
        FoundScreen found,
        CancellationToken until
    )
    {
        var seen = int.TryParse(http.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last) ? last : -1;
        if (seen == found.Sequence)
            return seen;
        // A thousand that come at once are answered from one state.
        var frame = broadcast.LastOf(found.Id);
        if (frame is null || frame.Sequence < found.Sequence)
        {
            frame = (await AtDoorAsync(http, door => door.ReadAsync(found.Id, until))).ToFrame();
            broadcast.Send(found.Id, frame);
        }

        await SendAsync(http, frame.Bytes, until);
        return frame.Sequence;
    }

    /// <summary>Asks in a scope of its own: whoever listens for an hour holds no connection to the database.</summary>
    private static async Task<T> AtDoorAsync<T>(HttpContext http, Func<ScreenDoor, Task<T>> ask)
    {
        var committee = http.RequestServices.GetRequiredService<CurrentCommittee>();
        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        if (committee.IsSet)
            scope.ServiceProvider.GetRequiredService<CurrentCommittee>().Set(committee.Value);
        return await ask(scope.ServiceProvider.GetRequiredService<ScreenDoor>());
    }

    /// <summary>Of what waits only the newest state is sent.</summary>
    private static async Task FollowAsync(HttpContext http, SessionListener listener, int seen, CancellationToken until)
    {
        while (await listener.Reader.WaitToReadAsync(until))
        {
            SessionFrame? next = null;
            while (listener.Reader.TryRead(out var frame))
            {
                if (next is null || frame.Sequence > 0)
                    next = frame;
            }

            if (next is null || (next.Sequence > 0 && next.Sequence <= seen))
                continue;
            seen = Math.Max(seen, next.Sequence);
            await SendAsync(http, next.Bytes, until);
        }
    }

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> bytes, CancellationToken until) =>
        await http.Response.BodyWriter.WriteAsync(bytes, until);

    private static async Task<IResult> Picture(string code, HttpContext http, ScreenDoor door, CancellationToken cancellation)
    {
        if (await door.FindAsync(code, cancellation) is null)
            return Results.NotFound();
        var address = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/screen/{code}";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return Results.File(picture.GetGraphic(10), "image/png");
    }
}
