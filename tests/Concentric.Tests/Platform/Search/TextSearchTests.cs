using Concentric.Platform.Search;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Platform.Search;

/// <summary>Search over Han text, the same on both databases.</summary>
public sealed class TextSearchTests(Installation installation)
{
    private const string Kind = "test.record";
    private static readonly DateOnly Day = new(2023, 12, 8);

    [Theory]
    [InlineData("协商")]
    [InlineData("议政")]
    [InlineData("委员")]
    [InlineData("商")]
    [InlineData("政")]
    [InlineData("𠮷")]
    [InlineData("𠮷某")]
    [InlineData("cppcc")]
    [InlineData("CPP")]
    [InlineData("９７０４")]
    [InlineData("协商 委员")]
    public async Task A_word_of_one_or_two_characters_is_found(string typed)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var id = await KeepAsync(committee, "协商议政", "委员𠮷某参加CPPCC会议，依照GB/T 9704。");
        await KeepAsync(committee, "别的事情", "与此无关。");
        (await FindAsync(committee, typed)).ShouldBe([id]);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'; DROP TABLE platform_accounts; --")]
    [InlineData("协商 AND NOT (")]
    [InlineData("title_terms : \"x")]
    [InlineData("* ^ NEAR(a b) -c")]
    [InlineData("!!&|<->:*")]
    [InlineData("\ud842\0\u0001%_\\")]
    public async Task Nothing_typed_is_an_operator(string typed)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await KeepAsync(committee, "协商议政", "正文");
        (await FindAsync(committee, typed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hit_in_the_title_comes_before_one_in_the_text()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var inText = await KeepAsync(committee, "工作动态", "今天讨论招商引资和乡村振兴。");
        var inTitle = await KeepAsync(committee, "招商引资攻坚行动", "倡议书发出。");
        (await FindAsync(committee, "招商")).ShouldBe([inTitle, inText]);
    }

    [Fact]
    public async Task New_words_replace_the_old_ones_and_what_is_dropped_is_found_no_more()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var id = await KeepAsync(committee, "旧的标题", "正文");
        await KeepAsync(committee, "新的名称", "正文", id);
        (await FindAsync(committee, "旧的")).ShouldBeEmpty();
        (await FindAsync(committee, "名称")).ShouldBe([id]);
        await committee.DoAsync(async services =>
        {
            await services.GetRequiredService<SearchIndex>().DropAsync(Kind, id);
            await services.GetRequiredService<Concentric.Platform.Data.AppDb>().SaveChangesAsync();
        });
        (await FindAsync(committee, "名称")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_committee_finds_only_its_own_records()
    {
        var (ours, theirs) = (await TestCommittee.CreateAsync(installation), await TestCommittee.CreateAsync(installation));
        await KeepAsync(theirs, "协商议政", "正文");
        (await FindAsync(ours, "协商")).ShouldBeEmpty();
        (await FindAsync(theirs, "协商")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Results_are_narrowed_by_section_and_day_and_come_in_pages()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var ids = new List<Guid>();
        for (var number = 0; number < 5; number++)
            ids.Add(
                await KeepAsync(committee, "学习简报", "正文", section: number < 3 ? "news" : "party", day: Day.AddDays(number))
            );
        var request = new SearchRequest(Kind, "简报") { Sections = ["news"] };
        (await FindAsync(committee, request)).Hits.Select(hit => hit.RecordId).ShouldBe([ids[2], ids[1], ids[0]]);
        request = new SearchRequest(Kind, "简报") { From = Day.AddDays(1), To = Day.AddDays(3) };
        (await FindAsync(committee, request)).Total.ShouldBe(3);
        request = new SearchRequest(Kind, "简报") { Skip = 2, Take = 2 };
        var page = await FindAsync(committee, request);
        page.Total.ShouldBe(5);
        page.Hits.Select(hit => hit.RecordId).ShouldBe([ids[2], ids[1]]);
    }

    private static Task<Guid> KeepAsync(
        TestCommittee committee,
        string title,
        string text,
        Guid? id = null,
        string section = "news",
        DateOnly? day = null
    ) =>
        committee.DoAsync(async services =>
        {
            var record = id ?? Guid.CreateVersion7();
            await services.GetRequiredService<SearchIndex>().KeepAsync(Kind, record, title, text, section, day ?? Day);
            await services.GetRequiredService<Concentric.Platform.Data.AppDb>().SaveChangesAsync();
            return record;
        });

    private static async Task<IReadOnlyList<Guid>> FindAsync(TestCommittee committee, string typed) =>
        [.. (await FindAsync(committee, new SearchRequest(Kind, typed))).Hits.Select(hit => hit.RecordId)];

    private static Task<SearchResults> FindAsync(TestCommittee committee, SearchRequest request) =>
        committee.DoAsync(services => services.GetRequiredService<ITextSearch>().FindAsync(request));
}
