using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Data;
using Concentric.Platform.PersonalData;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters.Public;

/// <summary>Whatever a submitter or a clerk wrote down, no page, feed, file or answer for everybody tells who sent a matter.</summary>
public sealed class NothingPersonalTests(Installation installation)
{
    private const string Name = "陈玉兰";
    private const string Phone = "13893712345";
    private const string Mail = "yulan@example.org";
    private const string House = "三组十七号";

    [Fact]
    public async Task No_address_of_the_public_tells_who_sent_a_matter()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var hidden = await SentAsync(world);
        var shown = await SentAsync(world);
        foreach (var id in new[] { hidden, shown })
            await TalkedAboutAsync(world, id);
        await world.ClearAsync(shown, "支渠漏水", $"支渠漏水，请联系 {Phone} 或者 {Mail}。");
        var found = await CrawlAsync(world.Committee);
        found.Keys.ShouldContain($"/matters/{shown}");
        found.Keys.ShouldContain("/matters/open-data/matters.csv");
        found.Keys.ShouldContain("/open311/v2/requests.json");
        foreach (var (address, body) in found)
        {
            foreach (var secret in new[] { Name, Phone, Mail, House, "只有我知道", "悄悄说" })
                body.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{address} tells {secret}");
            body.Contains(hidden.ToString(), StringComparison.Ordinal)
                .ShouldBeFalse($"{address} names a matter that is not cleared");
        }
    }

    private static async Task<Guid> SentAsync(MatterWorld world) =>
        await world.Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var details = MatterLife.Details with
            {
                PlaceId = world.Village,
                Title = $"{Name}家灌不上水",
                Text = $"我是{Name}，住{House}，电话{Phone}，只有我知道。",
                Locality = House,
                Latitude = 39.712345m,
                Longitude = 98.512345m,
            };
            var digest = MatterTracking.Digest(MatterTracking.NewCode())!;
            var matter = Matter.Collect(details, digest, services.GetRequiredService<MatterDesk>().Act());
            var seal = services.GetRequiredService<PersonalDataSeal>();
            matter.BelongTo(MatterSubmitter.Of(new SubmitterDetails(Name, Phone, Mail), seal));
            db.Add(matter);
            await db.SaveChangesAsync();
            return matter.Id;
        });

    /// <summary>Through its whole life, with words of the submitter and of the unit on the way.</summary>
    private static async Task TalkedAboutAsync(MatterWorld world, Guid id)
    {
        await world.LeadAsync(id, MatterState.Scheduled);
        await world.DoAsync(id, MatterVerb.Research, (matter, act) => matter.Research($"到{Name}家看过，{House}", act));
        await world.DoAsync(id, MatterVerb.AddWords, (matter, act) => matter.AddWords($"悄悄说：{Phone}", act));
        await world.DoAsync(id, MatterVerb.Announce, (matter, act) => matter.Announce("周五下午三点，村议事室。", act));
        await world.LeadAsync(id, MatterState.InProgress);
        await world.DoAsync(
            id,
            MatterVerb.ReportProgress,
            (matter, act) => matter.ReportProgress(matter.Lead!, $"已经和{Name}联系", act)
        );
        await world.LeadAsync(id, MatterState.FeedbackSought);
        await world.DoAsync(
            id,
            MatterVerb.GiveFeedback,
            (matter, act) => matter.GiveFeedback(FeedbackGiver.Submitter, SatisfactionMark.Satisfied, $"谢谢，{Name}", act)
        );
        await world.DoAsync(id, MatterVerb.SettleFeedback, (matter, act) => matter.SettleFeedback(act));
        await world.DoAsync(
            id,
            MatterVerb.Close,
            (matter, act) => matter.Close(MatterOutcome.Solved, $"渠修好了，电话 {Phone}。", act)
        );
    }

    /// <summary>Everything that can be reached from the public's first pages without a form, and what programs read.</summary>
    private static async Task<Dictionary<string, string>> CrawlAsync(TestCommittee committee)
    {
        var reader = committee.Anonymous();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([
            "/",
            "/matters",
            "/matters?q=支渠",
            "/matters.json",
            "/places/xiaogou/feed.atom",
            "/places/xiaogou/feed.json",
            "/open311/v2/requests.xml",
            "/search?q=陈玉兰",
            "/sitemap.xml",
        ]);
        while (waiting.TryDequeue(out var address))
        {
            if (found.Count > 200 || !found.TryAdd(address, ""))
                continue;
            var answer = await reader.GetAsync(address);
            var body = found[address] = await answer.Content.ReadAsStringAsync();
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await Visitor.ParseAsync(body);
            foreach (var link in page.QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!))
            {
                var path = link.Replace("http://localhost", "");
                if (path.StartsWith(committee.Path + "/", StringComparison.Ordinal) && !path.Contains("/preferences"))
                    waiting.Enqueue(path[committee.Path.Length..].Split('#')[0]);
            }
        }

        // What a reader searches for stands in the page that finds nothing.
        found.Remove("/search?q=陈玉兰");
        return found;
    }
}
