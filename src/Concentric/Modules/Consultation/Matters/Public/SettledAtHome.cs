using Concentric.Platform.Web.Home;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>The matters that were settled last, on the public home page.</summary>
internal sealed class SettledAtHome(PublicMatters matters, IStringLocalizer<ConsultationTexts> text) : IHomeList
{
    public async Task<HomeList?> TellAsync(int most, CancellationToken cancellation)
    {
        var rows = await matters
            .All.At(PublicStage.Solved)
            .OrderByDescending(matter => matter.ClosedOn)
            .ThenByDescending(matter => matter.Id)
            .Take(most)
            .Select(matter => new
            {
                matter.Id,
                Title = matter.PublicTitle!,
                ClosedOn = matter.ClosedOn!.Value,
            })
            .ToListAsync(cancellation);
        return rows.Count == 0
            ? null
            : new HomeList(
                text["Board.Settled"],
                $"/matters?state={MatterFacts.Step(PublicStage.Solved)}",
                [.. rows.Select(row => new HomeListEntry(PersonalTraces.Hide(row.Title), $"/matters/{row.Id}", row.ClosedOn))]
            );
    }
}
