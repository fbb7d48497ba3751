using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>One column of open data: the name that programs know it by, and its value.</summary>
internal sealed record OpenColumn<TRow>(string Name, Func<TRow, object?> Value);

/// <summary>Gives rows out as files, one after the other, so that memory does not grow with them. Everybody may take and use them.</summary>
internal static class OpenData
{
    /// <summary>Creative Commons Attribution 4.0.</summary>
    internal const string License = "https://creativecommons.org/licenses/by/4.0/";
    private const int FlushAt = 32 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static async Task WriteCsvAsync<TRow>(
        HttpResponse response,
        string name,
        IReadOnlyList<OpenColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancellation
    )
    {
        Begin(response, "text/csv; charset=utf-8", name + ".csv");
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(false), FlushAt, leaveOpen: true);
        await writer.WriteAsync(Csv.ByteOrderMark);
        await writer.WriteAsync(Csv.Line(columns.Select(column => (object)column.Name)));
        await foreach (var row in rows.WithCancellation(cancellation))
            await writer.WriteAsync(Csv.Line(columns.Select(column => Plain(column.Value(row)))));
    }

    internal static async Task WriteJsonAsync<TRow>(
        HttpResponse response,
        string name,
        IReadOnlyList<OpenColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancellation
    )
    {
        Begin(response, "application/json; charset=utf-8", name + ".json");
        await using var json = new Utf8JsonWriter(response.Body, Options);
        json.WriteStartObject();
        json.WriteString("license", License);
        json.WriteStartArray(name);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            json.WriteStartObject();
            foreach (var column in columns)
                Write(json, column.Name, column.Value(row));
            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
                await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Begin(HttpResponse response, string contentType, string file)
    {
        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Link = $"<{License}>; rel=\"license\"";
    }

    /// <summary>Days and names of states are written as programs read them, numbers as numbers.</summary>
    private static object? Plain(object? value) =>
        value switch
        {
            DateOnly day => DisplayFormat.ShortDate(day),
            Enum name => MatterFacts.Step(name),
            bool truth => truth ? "true" : "false",
            _ => value,
        };

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (Plain(value))
        {
            case null:
                json.WriteNull(name);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case not null when value is bool truth:
                json.WriteBoolean(name, truth);
                break;
            case var plain:
                json.WriteString(name, plain.ToString());
                break;
        }
    }
}
