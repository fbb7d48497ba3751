using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>受理: takes a matter up, with the next number. One that was closed before and comes again is said to repeat it.</summary>
[RequirePermission(MatterPermissions.Screen)]
public sealed class AcceptPage(MatterActs acts, SimilarMatters similar, IStringLocalizer<ConsultationTexts> text)
    : MatterActPage(acts)
{
    [BindProperty]
    public Guid? Repeats { get; set; }

    public override MatterVerb Verb => MatterVerb.Accept;

    /// <summary>Closed matters that resemble it, with a first choice for a new one.</summary>
    public IReadOnlyList<SelectListItem> Earlier { get; private set; } = [];

    protected override MatterDeed Deed() => throw new NotSupportedException("A matter is accepted with its number.");

    protected override Task<MatterAnswer> CarryOutAsync(CancellationToken cancellation) =>
        Acts.AcceptAsync(Id, Repeats, Version, cancellation);

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Repeats is { } earlier && await Acts.Desk.FindAsync(earlier, MatterPermissions.Read, cancellation) is null
            ? [new Refusal("MatterRepeatsUnknown").At(nameof(Repeats))]
            : [];

    protected override async Task ShowAsync(CancellationToken cancellation)
    {
        var closed = (await similar.ToAsync(Matter, cancellation)).Where(one => one.IsClosed).ToList();
        if (closed.Count > 0)
            Earlier =
            [
                new SelectListItem(text["Act.Repeats.New"], ""),
                .. closed.Select(one => new SelectListItem(
                    $"{one.Number} {one.Title} ({DisplayFormat.ShortDate(one.Day)})",
                    one.Id.ToString()
                )),
            ];
    }
}
