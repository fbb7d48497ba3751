using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Search;
using Concentric.Rules.Text;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>Lets everybody find a matter by its public words, from the save that clears it until the one that conceals it.</summary>
public sealed class PublicMatterIndex(SearchIndex index, PlaceChoices places)
{
    public const string Kind = "consultation.public-matter";

    /// <summary>Call it before the save, after any verb that changes the public words or whether they are public.</summary>
    public async Task KeepAsync(Matter matter, CancellationToken cancellation = default)
    {
        if (!matter.IsPublic)
        {
            await index.DropAsync(Kind, matter.Id, cancellation);
            return;
        }

        var place = (await places.AllAsync(cancellation)).First(one => one.Id == matter.PlaceId);
        await index.KeepAsync(
            Kind,
            matter.Id,
            PersonalTraces.Hide(matter.PublicTitle!),
            PersonalTraces.Hide(matter.PublicText!),
            place.Slug,
            matter.CollectedOn,
            cancellation
        );
    }
}
