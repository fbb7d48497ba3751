using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>How the office's pages name what matters only know by id: places, units, topics, states.</summary>
public sealed class MatterWording(AppDb db, PlaceChoices places, MatterLists lists, IStringLocalizer<ConsultationTexts> text)
{
    private IReadOnlyList<HandlingUnit>? units;

    public MatterLists Lists => lists;

    /// <summary>The place with those above it: 上坝镇 小沟村.</summary>
    public async Task<string> PlaceAsync(Guid id, CancellationToken cancellation = default)
    {
        var all = await places.AllAsync(cancellation);
        var place = all.FirstOrDefault(row => row.Id == id);
        return place is null
            ? ""
            : string.Join(
                ' ',
                all.Where(row => place.Lineage.StartsWith(row.Lineage, StringComparison.Ordinal)).Select(row => row.Name)
            );
    }

    /// <summary>All handling units, closed ones too: a district has some sixty.</summary>
    public async Task<IReadOnlyList<HandlingUnit>> UnitsAsync(CancellationToken cancellation = default) =>
        units ??= await db.Set<HandlingUnit>().AsNoTracking().OrderBy(unit => unit.Name).ToListAsync(cancellation);

    public async Task<string> UnitAsync(Guid id, CancellationToken cancellation = default) =>
        (await UnitsAsync(cancellation)).FirstOrDefault(unit => unit.Id == id)?.Name ?? "";

    public string Topic(string id) => MatterLists.NameOf(lists.Topics, id);

    public string ReplyClass(string? id) => MatterLists.NameOf(lists.ReplyClasses, id);

    public string State(MatterState state) => text["MatterState." + state];

    public Badge Badge(MatterState state) => new(State(state), ToneOf(state));

    public static Tone ToneOf(MatterState state) =>
        MatterPhases.Of(state) switch
        {
            MatterPhase.Closed => Tone.Ok,
            MatterPhase.Left => Tone.Neutral,
            MatterPhase.Screening or MatterPhase.Approval => Tone.Warn,
            _ => Tone.Info,
        };

    /// <summary>The key of what a verb's page is for: that of an extension answers yes or no.</summary>
    public static string DeedKey(MatterVerb verb) => verb == MatterVerb.GrantExtension ? "Act.Extension" : "MatterVerb." + verb;

    /// <summary>The last part of a verb's address: seek-feedback.</summary>
    public static string Slug(MatterVerb verb) =>
        verb is MatterVerb.GrantExtension or MatterVerb.RefuseExtension ? "extension" : MatterFacts.Step(verb);
}
