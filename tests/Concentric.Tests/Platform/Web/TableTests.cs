using Concentric.Platform.Data;
using Concentric.Platform.Web.Tables;
using Concentric.Tests.World;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using MiniExcelLibs;

namespace Concentric.Tests.Platform.Web;

/// <summary>A list is told wholly by its address, on the real database; the rows are saved views, the shell's own records.</summary>
public sealed class TableTests(Installation installation)
{
    private static TableDefinition<SavedView> Table() =>
        new TableDefinition<SavedView>("views", "视图")
            .Column("name", "名称", row => row.Name)
            .SortBy(row => row.Name)
            .Column("role", "角色", row => row.Role)
            .SortBy(row => row.Role)
            .Column("query", "条件", row => row.Query)
            .Hidden()
            .Search((rows, words) => rows.Where(row => row.Name.Contains(words)))
            .Choice(
                "role",
                "角色",
                [new("chair", "主席会议"), new("staff", "机关")],
                (rows, roles) => rows.Where(row => roles.Contains(row.Role!))
            )
            .Days("day", "日期", (rows, from, to) => rows.Where(row => from == null || to == null))
            .KeyedBy(row => row.Id)
            .Bulk("Remove", "删除")
            .StartSorted("name")
            .PageSize(10);

    private async Task<TestCommittee> CommitteeWithAsync(int rows)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.InDbAsync(async db =>
        {
            for (var number = 1; number <= rows; number++)
                db.Add(
                    new SavedView
                    {
                        TableKey = "t",
                        Name = number == 7 ? "=1+1 李明" : $"第{number:00}号",
                        Query = "?",
                        Role = number % 2 == 0 ? "chair" : "staff",
                    }
                );
            return await db.SaveChangesAsync();
        });
        return committee;
    }

    private static DefaultHttpContext Address(IServiceProvider services, string query) =>
        new()
        {
            RequestServices = services,
            Request = { QueryString = new QueryString(query) },
            Response = { Body = new MemoryStream() },
        };

    private static Task<TableView> LoadAsync(TestCommittee committee, string query) =>
        committee.DoAsync(services =>
            Table().LoadAsync(services.GetRequiredService<AppDb>().Set<SavedView>(), Address(services, query))
        );

    private static Task<byte[]> ExportAsync(TestCommittee committee, string query) =>
        committee.DoAsync(async services =>
        {
            var context = Address(services, query);
            var file = Table().ExportOf(services.GetRequiredService<AppDb>().Set<SavedView>(), context)!;
            await file.ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));
            return ((MemoryStream)context.Response.Body).ToArray();
        });

    [Fact]
    public async Task A_page_is_as_long_as_it_may_be_and_an_unknown_page_is_the_first()
    {
        var committee = await CommitteeWithAsync(23);
        var view = await LoadAsync(committee, "?page=3");
        (view.Total, view.Pages, view.First, view.Last, view.Rows.Count).ShouldBe((23, 3, 21, 23, 3));
        (await LoadAsync(committee, "?page=99")).Page.ShouldBe(1);
        (await LoadAsync(committee, "?page=-1")).Page.ShouldBe(1);
        (await LoadAsync(committee, "?page=two")).Page.ShouldBe(1);
    }

    [Fact]
    public async Task The_address_filters_and_every_filter_can_be_taken_away()
    {
        var committee = await CommitteeWithAsync(23);
        var view = await LoadAsync(committee, "?q=1&f.role=chair&f.role=nonsense&tab=all");
        view.Rows.Select(row => row.Name).ShouldBe(["第10号", "第12号", "第14号", "第16号", "第18号"]);
        view.Chips.Select(chip => (chip.Text, chip.Href))
            .ShouldBe([("搜索：1", "?tab=all&f.role=chair&f.role=nonsense"), ("角色：主席会议", "?tab=all&q=1&f.role=nonsense")]);
    }

    [Fact]
    public async Task A_column_sorts_both_ways_and_an_unknown_sort_is_the_usual_one()
    {
        var committee = await CommitteeWithAsync(5);
        var view = await LoadAsync(committee, "?sort=-name");
        view.Rows[0].Name.ShouldBe("第05号");
        view.Headers[0].Sorted.ShouldBe("descending");
        view.Headers[0].SortHref.ShouldBe("?sort=name");
        (await LoadAsync(committee, "?sort=password")).Rows[0].Name.ShouldBe("第01号");
    }

    [Fact]
    public async Task A_date_that_is_none_is_kept_and_told_beside_its_filter()
    {
        var view = await LoadAsync(await CommitteeWithAsync(1), "?f.day.from=2023-02-30");
        var filter = view.Filters.Single(filter => filter.Id == "day");
        filter.From.ShouldBe("2023-02-30");
        filter.Error.ShouldBe("没有这一天：2023年2月没有 30 日");
        view.Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("?q=1&sort=-name&cols=query")]
    [InlineData("?f.role=staff&cols=name,role,query")]
    [InlineData("")]
    [InlineData("?q=nobody")]
    public async Task What_is_seen_is_what_the_file_holds(string query)
    {
        var committee = await CommitteeWithAsync(12);
        var seen = await LoadAsync(committee, query);
        var csv = System.Text.Encoding.UTF8.GetString(
            await ExportAsync(committee, $"{(query.Length == 0 ? "?" : query + "&")}export=csv")
        );
        csv[0].ShouldBe(Csv.ByteOrderMark);
        var lines = csv[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe(string.Join(',', seen.Headers.Select(header => header.Title)));
        lines.Length.ShouldBe(seen.Total + 1);
        lines
            .Skip(1)
            .Take(seen.Rows.Count)
            .Select(line => line.Split(',')[0].TrimStart('\''))
            .ShouldBe(seen.Rows.Select(row => row.Name));

        using var book = new MemoryStream(await ExportAsync(committee, $"{(query.Length == 0 ? "?" : query + "&")}export=xlsx"));
        var rows = (await MiniExcel.QueryAsync(book)).Cast<IDictionary<string, object?>>().ToList();
        rows[0].Values.ShouldBe(seen.Headers.Select(header => header.Title));
        rows.Count.ShouldBe(seen.Total + 1);
        rows.Skip(1).Take(seen.Rows.Count).Select(row => row["A"]?.ToString()).ShouldBe(seen.Rows.Select(row => row.Name));
    }

    [Fact]
    public async Task A_workbook_holds_text_that_looks_like_a_formula_as_text()
    {
        var committee = await CommitteeWithAsync(7);
        using var archive = new System.IO.Compression.ZipArchive(
            new MemoryStream(await ExportAsync(committee, "?q=李&export=xlsx"))
        );
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        sheet.ShouldContain("=1+1 李明");
        sheet.ShouldNotContain("<x:f>");
    }

    [Fact]
    public async Task Rows_are_chosen_one_by_one_or_all_that_the_address_shows_and_never_from_another_committee()
    {
        var committee = await CommitteeWithAsync(12);
        var foreign = (await LoadAsync(await CommitteeWithAsync(1), "")).Rows[0].Key!.Value;
        var own = (await LoadAsync(committee, "")).Rows[2];
        (await ChosenAsync("", [own.Key!.Value, foreign], all: false)).ShouldBe([own.Name]);
        (await ChosenAsync("?f.role=chair", [], all: true)).Count.ShouldBe(6);
        (await ChosenAsync("", [], all: false)).ShouldBeEmpty();

        Task<List<string>> ChosenAsync(string query, Guid[] ids, bool all) =>
            committee.DoAsync(services =>
            {
                var context = Address(services, query);
                context.Request.ContentType = "application/x-www-form-urlencoded";
                context.Request.Form = new FormCollection(
                    new Dictionary<string, StringValues>
                    {
                        ["ids"] = ids.Select(id => id.ToString()).ToArray(),
                        ["all"] = all ? "true" : "",
                    }
                );
                var rows = services.GetRequiredService<AppDb>().Set<SavedView>();
                return Task.FromResult(Table().Selection(rows, context.Request).Select(row => row.Name).ToList());
            });
    }
}
