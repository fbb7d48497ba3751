using Concentric.Platform;
using Concentric.Platform.Data;

namespace Concentric.Modules.Meetings;

/// <summary>What an item of the agenda is.</summary>
public enum AgendaItemKind
{
    Ordinary,

    /// <summary>第一议题: study of the newest central texts, before all else.</summary>
    FirstAgendaItem,
}

public sealed partial class Meeting
{
    /// <summary>In their order; load them with <see cref="AgendaItem.Place"/> ascending.</summary>
    public List<AgendaItem> Agenda { get; private set; } = [];

    /// <summary>Whether item 1 is a first agenda item (第一议题).</summary>
    public bool OpensWithFirstAgendaItem =>
        Agenda.OrderBy(item => item.Place).FirstOrDefault() is { Kind: AgendaItemKind.FirstAgendaItem };

    /// <summary>The agenda stays open until the meeting is filed: what was forgotten can be added with the minutes.</summary>
    public Refusal? WhyNotChangeAgenda() =>
        State switch
        {
            MeetingState.ResultsFiled or MeetingState.Archived => new Refusal("FiledAlready"),
            MeetingState.Cancelled => new Refusal("MeetingCancelledAlready"),
            _ => null,
        };

    public Refusal? WhyNotAddAgendaItem(AgendaEntry entry, MeetingKind kind) =>
        WhyNotChangeAgenda()
        ?? (string.IsNullOrWhiteSpace(entry.Title) ? new Refusal("AgendaTitleMissing").At(nameof(entry.Title)) : null)
        ?? TooLong(entry.Title, nameof(entry.Title))
        ?? TooLong(entry.DocumentTitle, nameof(entry.DocumentTitle))
        ?? TooLong(entry.DocumentSource, nameof(entry.DocumentSource))
        ?? TooLong(entry.Reporter, nameof(entry.Reporter))
        ?? (entry.Kind == AgendaItemKind.FirstAgendaItem ? WhyNotFirst(entry, kind) : null);

    /// <summary>Adds an item at the end; a first agenda item goes before the ordinary ones.</summary>
    public AgendaItem AddAgendaItem(AgendaEntry entry, MeetingKind kind)
    {
        RefusedException.ThrowIf(WhyNotAddAgendaItem(entry, kind));
        var place =
            entry.Kind == AgendaItemKind.FirstAgendaItem
                ? Agenda.Count(item => item.Kind == AgendaItemKind.FirstAgendaItem) + 1
                : Agenda.Count + 1;
        foreach (var later in Agenda.Where(item => item.Place >= place))
            later.Place++;
        var added = AgendaItem.Of(entry, place);
        Agenda.Add(added);
        return added;
    }

    public void RemoveAgendaItem(Guid itemId)
    {
        RefusedException.ThrowIf(WhyNotChangeAgenda());
        if (Agenda.FirstOrDefault(item => item.Id == itemId) is not { } removed)
            return;
        Agenda.Remove(removed);
        foreach (var later in Agenda.Where(item => item.Place > removed.Place))
            later.Place--;
    }

    /// <summary>Changes places with the item before it. Nothing goes before a first agenda item but another one.</summary>
    public Refusal? WhyNotRaiseAgendaItem(Guid itemId) =>
        WhyNotChangeAgenda()
        ?? (
            Before(itemId) is (not null, not null) pair && pair.Before.Kind == pair.Item.Kind
                ? null
                : new Refusal("AgendaItemCannotRise")
        );

    public void RaiseAgendaItem(Guid itemId)
    {
        RefusedException.ThrowIf(WhyNotRaiseAgendaItem(itemId));
        var (before, item) = Before(itemId);
        (before!.Place, item!.Place) = (item.Place, before.Place);
    }

    private (AgendaItem? Before, AgendaItem? Item) Before(Guid itemId)
    {
        var item = Agenda.FirstOrDefault(entry => entry.Id == itemId);
        return (Agenda.FirstOrDefault(entry => entry.Place == item?.Place - 1), item);
    }

    private Refusal? WhyNotFirst(AgendaEntry entry, MeetingKind kind) =>
        kind.FirstAgendaItem == FirstAgendaItemRule.None ? new Refusal("FirstAgendaItemNotHere").At(nameof(entry.Kind))
        : string.IsNullOrWhiteSpace(entry.DocumentTitle)
            ? new Refusal("FirstAgendaItemDocumentMissing").At(nameof(entry.DocumentTitle))
        : entry.IssuedOn is null ? new Refusal("FirstAgendaItemDateMissing").At(nameof(entry.IssuedOn))
        : entry.IssuedOn > HeldOn ? new Refusal("FirstAgendaItemIssuedLater").At(nameof(entry.IssuedOn))
        : null;

    private static Refusal? TooLong(string? text, string field) =>
        text?.Length > AgendaItem.LongestTitle ? new Refusal("AgendaTextTooLong", AgendaItem.LongestTitle).At(field) : null;
}

/// <summary>What a person enters about an item of the agenda.</summary>
public sealed record AgendaEntry
{
    public AgendaItemKind Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>汇报人 or 领学人 of this item.</summary>
    public string? Reporter { get; init; }

    /// <summary>The studied text of a first agenda item: its title, where it appeared, when it was issued.</summary>
    public string? DocumentTitle { get; init; }
    public string? DocumentSource { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The entry of the topic library that it came from.</summary>
    public Guid? TopicId { get; init; }
}

/// <summary>议题: one item of a meeting's agenda.</summary>
public sealed class AgendaItem : CommitteeEntity
{
    public const int LongestTitle = 300;

    private AgendaItem() { }

    public Guid MeetingId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Place { get; internal set; }
    public AgendaItemKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string? Reporter { get; private set; }
    public string? DocumentTitle { get; private set; }
    public string? DocumentSource { get; private set; }
    public DateOnly? IssuedOn { get; private set; }
    public Guid? TopicId { get; private set; }

    internal static AgendaItem Of(AgendaEntry entry, int place) =>
        new()
        {
            Place = place,
            Kind = entry.Kind,
            Title = entry.Title.Trim(),
            Reporter = entry.Reporter?.Trim(),
            DocumentTitle = entry.DocumentTitle?.Trim(),
            DocumentSource = entry.DocumentSource?.Trim(),
            IssuedOn = entry.IssuedOn,
            TopicId = entry.TopicId,
        };
}
