using Concentric.Modules.Consultation.Matters;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>What is done to a matter so that everybody sees it, or nobody any more.</summary>
internal static class PublicActs
{
    internal const string PublicText = "支渠漏水，玉米灌不上水，希望修渠。";

    internal static Task ClearAsync(this MatterWorld world, Guid id, string title = "支渠漏水", string text = PublicText) =>
        world.DoAsync(id, MatterVerb.Clear, (matter, act) => matter.Clear(title, text, act));

    internal static Task ConcealAsync(this MatterWorld world, Guid id) =>
        world.DoAsync(id, MatterVerb.Conceal, (matter, act) => matter.Conceal("涉及个人情况", act));
}
