using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Concentric.Modules.Consultation.Matters;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>
/// A session as everybody in the room sees it. It names no person: who speaks is told by sort, the people present by number. It speaks
/// no language; the page that shows it has the words.
/// </summary>
public sealed record SessionScreen
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public required int Sequence { get; init; }
    public required SessionState State { get; init; }
    public required string Title { get; init; }

    /// <summary>The server's clock, in milliseconds since 1970 UTC: devices show the same time by it.</summary>
    public required long Now { get; init; }
    public ScreenMatter? Current { get; init; }
    public required IReadOnlyList<ScreenMatter> Agenda { get; init; }
    public ScreenTurn? Turn { get; init; }
    public required int People { get; init; }
    public required IReadOnlyList<ScreenSort> Sorts { get; init; }

    /// <param name="session">With its matters, people and turns.</param>
    /// <param name="titles">What everybody may call its matters, by their ids; see <see cref="NeutralTitles"/>.</param>
    /// <param name="now">The server's clock.</param>
    public static SessionScreen Of(CouncilSession session, IReadOnlyDictionary<Guid, string> titles, DateTimeOffset now) =>
        new()
        {
            Sequence = session.Sequence,
            State = session.State,
            Title = session.Title,
            Now = now.ToUnixTimeMilliseconds(),
            Current = session.Current is { } current ? ScreenMatter.Of(current, titles, whole: true) : null,
            Agenda = [.. session.Agenda.Select(matter => ScreenMatter.Of(matter, titles, whole: matter.ReadBackAt is not null))],
            Turn = session.Turn is { } turn
                ? new ScreenTurn(turn.As, turn.StartedAt.ToUnixTimeMilliseconds(), session.SpeakingMinutes * 60)
                : null,
            People = session.PresentInAll,
            Sorts =
            [
                .. Enum.GetValues<PresentAs>()
                    .Select(sort => new ScreenSort(sort, session.PresentOf(sort)))
                    .Where(sort => sort.Number > 0),
            ],
        };

    /// <summary>As an event of the stream; its id is the sequence.</summary>
    public SessionFrame ToFrame()
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        Encoding.UTF8.GetBytes($"id: {Sequence}\nevent: state\ndata: ", bytes);
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Json.Encoder }))
            JsonSerializer.Serialize(writer, this, Json);
        bytes.Write("\n\n"u8);
        return new SessionFrame(Sequence, bytes.WrittenMemory);
    }
}

/// <summary>A matter on the screen; its points only where it is the one that is talked about, or was read back.</summary>
public sealed record ScreenMatter(int Order, string Title, AgendaState State, MatterConclusion? Conclusion)
{
    public IReadOnlyList<string>? Agreements { get; init; }
    public IReadOnlyList<string>? Dissents { get; init; }
    public VoteTally? Votes { get; init; }

    /// <summary>The conclusion once it was read back and confirmed by those present.</summary>
    public MatterConclusion? Result { get; init; }

    internal static ScreenMatter Of(SessionMatter matter, IReadOnlyDictionary<Guid, string> titles, bool whole) =>
        new(matter.Order, titles[matter.MatterId], matter.State, matter.Conclusion)
        {
            Agreements = whole ? [.. matter.Agreements.Select(point => point.Text)] : null,
            Dissents = whole ? [.. matter.Dissents.Select(point => point.Text)] : null,
            Votes = matter.Tally,
            Result = matter.ReadBackAt is null ? null : matter.Conclusion,
        };
}

/// <summary>Who speaks, since when (milliseconds since 1970 UTC), and for how many seconds at most.</summary>
public sealed record ScreenTurn(PresentAs As, long Since, int? Limit);

public sealed record ScreenSort(PresentAs As, int Number);
