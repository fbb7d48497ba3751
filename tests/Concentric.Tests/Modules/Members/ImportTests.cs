using System.Diagnostics;
using System.Text;
using Concentric.Modules.Members;
using Concentric.Modules.Members.Import;
using Concentric.Platform.Data;
using Concentric.Platform.Import;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Concentric.Tests.Modules.Members;

/// <summary>Lists of members from files: understood by their Chinese headings, told row by row what is wrong, all or nothing.</summary>
public sealed class ImportTests(Installation installation)
{
    private static readonly RowDefaults Defaults = new(MembershipLevel.County, 13, new DateOnly(2021, 10, 1));
    private const string Headings = "序号,姓名,性别,界别,政治面貌,工作单位及职务,出生年月,手机号码";

    [Fact]
    public async Task A_usual_list_is_understood_and_taken()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var run = await ImportAsync(
            committee,
            Utf8(
                "测试区政协委员名单,,,,,,,\r\n"
                    + Headings
                    + "\r\n1,张伟,男,教育界,中共,第一中学校长,1975.06,138 0000 1234\r\n"
                    + "2,𠮷田䶮,女,医卫,民盟,\"人民医院,儿科\",1980年3月,\r\n"
            )
        );
        run.State.ShouldBe(ImportState.Done);
        run.ShouldSatisfyAllConditions(
            _ => run.Rows.ShouldBe(2),
            _ => run.NewPeople.ShouldBe(2),
            _ => run.ProblemCount.ShouldBe(0)
        );
        var people = await committee.InDbAsync(db => db.Set<Person>().Include(row => row.Memberships).ToListAsync());
        var zhang = people.Single(person => person.Name == "张伟");
        zhang.ShouldSatisfyAllConditions(
            _ => zhang.Sex.ShouldBe(Sex.Male),
            _ => zhang.Party.ShouldBe("communist-party"),
            _ => zhang.Unit.ShouldBe("第一中学校长"),
            _ => zhang.BornIn.ShouldBe(new DateOnly(1975, 6, 1)),
            _ => zhang.Memberships.Single().Sector.ShouldBe("education"),
            _ => zhang.Memberships.Single().Term.ShouldBe(13),
            _ => zhang.PhoneSealed.ShouldNotBeNull().ShouldNotContain("13800001234")
        );
        people.Single(person => person.Name == "𠮷田䶮").Unit.ShouldBe("人民医院,儿科");
    }

    [Fact]
    public async Task A_list_in_the_encoding_of_Chinese_Excel_is_read()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var run = await ImportAsync(committee, gb18030.GetBytes("姓名\t界别\t党派\r\n刘䶮\t农业\t群众\r\n"));
        run.State.ShouldBe(ImportState.Done);
        (await NamesAsync(committee)).ShouldBe(["刘䶮"]);
    }

    [Fact]
    public async Task The_template_is_itself_a_list_that_can_be_taken()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var run = await committee.DoAsync(services =>
        {
            var template = ImportTemplate.Make(
                services.GetRequiredService<MemberColumns>(),
                services.GetRequiredService<SectorList>(),
                services.GetRequiredService<PartyList>()
            );
            return ImportAsync(committee, template);
        });
        run.KeptProblems.ShouldBeEmpty();
        run.State.ShouldBe(ImportState.Done);
        run.ColumnMeanings.ShouldAllBe(meaning => meaning.Length > 0);
    }

    [Theory]
    [InlineData("张伟,男,教育,2023-02-30", 2, "任职日期", "NoSuchDay")]
    [InlineData("张伟,男,教育,昨天", 2, "任职日期", "DayUnreadable")]
    [InlineData("张伟,不详,教育,2021-10-20", 2, "性别", "SexUnknown")]
    [InlineData("张伟,男,航天界,2021-10-20", 2, "界别", "SectorUnknown")]
    [InlineData("张伟,男,,2021-10-20", 2, "界别", "SectorMissing")]
    [InlineData(",男,教育,2021-10-20", 2, "姓名", "NameMissing")]
    [InlineData("张伟620902199001011237,男,教育,2021-10-20", 2, "姓名", "IdCardRefused")]
    [InlineData("12345,男,教育,2021-10-20", 2, "姓名", "NameUnreadable")]
    public async Task A_row_that_cannot_be_taken_says_where_and_why_and_nothing_is_stored(
        string row,
        int number,
        string column,
        string code
    )
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var run = await ImportAsync(committee, Utf8($"姓名,性别,界别,任职日期\r\n{row}\r\n李娜,女,教育,2021-10-20\r\n"));
        run.State.ShouldBe(ImportState.Checked);
        var problem = run.KeptProblems.ShouldHaveSingleItem();
        (problem.Row, problem.Column, problem.Code).ShouldBe((number, column, code));
        run.Problems.ShouldNotContain("620902199001011237");
        (await NamesAsync(committee)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_of_two_hundred_characters_is_refused_and_one_of_rare_characters_is_not()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var rare = string.Concat(Enumerable.Repeat("𠮷", Person.LongestName));
        var run = await ImportAsync(committee, Utf8($"姓名,界别\r\n{new string('长', 200)},教育\r\n{rare},教育\r\n"));
        var problem = run.KeptProblems.ShouldHaveSingleItem();
        (problem.Row, problem.Code).ShouldBe((2, "TooLong"));
        problem.Values.ShouldBe(["50", "200"]);
        problem.Value.Length.ShouldBeLessThan(70);
    }

    public static TheoryData<byte[], string> NoTables =>
        new()
        {
            { [], "SheetEmpty" },
            { Utf8("\r\n,,,\r\n"), "SheetEmpty" },
            { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1], "SheetNotReadable" },
            { [0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0], "SheetNotReadable" },
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "SheetOldExcel" },
            { new byte[TableReader.LargestFile + 1], "SheetTooLarge" },
            { Utf8(string.Concat(Enumerable.Repeat("张伟,教育\n", TableReader.MostLines + 1))), "SheetTooManyRows" },
        };

    [Theory, MemberData(nameof(NoTables), DisableDiscoveryEnumeration = true)]
    public void What_is_no_table_is_told_by_its_content(byte[] content, string code) =>
        TableReader.Read(content).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public async Task The_same_list_twice_adds_nobody_and_says_so()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var list = Utf8(Headings + "\r\n1,张伟,男,教育,,第一中学,,13800001234\r\n2,李娜,女,教育,,第二中学,,\r\n");
        (await ImportAsync(committee, list)).State.ShouldBe(ImportState.Done);

        var again = await ImportAsync(committee, list);
        again.KeptProblems.Select(problem => (problem.Row, problem.Code)).ShouldBe([(2, "RowKnown"), (3, "RowKnown")]);
        var more = Utf8(Headings + "\r\n1,张伟,男,教育,,第一中学,,13800001234\r\n3,王芳,女,教育,,第三中学,,\r\n");
        var third = await ImportAsync(committee, more, leaveOutKnown: true);
        (third.State, third.NewPeople, third.Known).ShouldBe((ImportState.Done, 1, 1));
        (await NamesAsync(committee)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_further_level_is_a_further_seat_of_the_same_person()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", unit: "第一中学");
        var run = await ImportAsync(
            committee,
            Utf8(
                "姓名,工作单位,界别,层级,届次\r\n张伟,第一中学,教育,市,第十二届\r\n李娜,医院,医卫,省,13\r\n李娜,医院,医卫,区,13\r\n李娜,医院,医卫,区,13\r\n"
            )
        );
        run.KeptProblems.Select(problem => (problem.Row, problem.Code, problem.Values[0])).ShouldBe([(5, "RowTwice", "4")]);
        var repaired = await ImportAsync(
            committee,
            Utf8(
                "姓名,工作单位,界别,层级,届次\r\n张伟,第一中学,教育,市,第十二届\r\n李娜,医院,医卫,省,13\r\n李娜,医院,医卫,区,13\r\n"
            )
        );
        (repaired.State, repaired.NewPeople, repaired.NewSeats).ShouldBe((ImportState.Done, 1, 3));
        var seats = await committee.InDbAsync(db => db.Set<Membership>().Include(seat => seat.Person).ToListAsync());
        seats
            .Where(seat => seat.Person.Name == "张伟")
            .Select(seat => (seat.Level, seat.Term))
            .Order()
            .ShouldBe([(MembershipLevel.City, 12), (MembershipLevel.County, 13)]);
    }

    [Fact]
    public async Task One_phone_number_is_not_two_people()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", phone: "13800001234");
        var run = await ImportAsync(committee, Utf8("姓名,界别,手机\r\n李娜,教育,+86 138-0000-1234\r\n"));
        var problem = run.KeptProblems.ShouldHaveSingleItem();
        (problem.Code, problem.Value).ShouldBe(("PhoneOfAnother", "138****1234"));
    }

    [Fact]
    public async Task Columns_with_numbers_that_are_not_kept_are_left_out()
    {
        var columns = installation.Services.GetRequiredService<MemberColumns>();
        columns.Guess("身份证号").ShouldBeNull();
        columns.IsRefused("身份证号码").ShouldBeTrue();
        var committee = await TestCommittee.CreateAsync(installation);
        var run = await ImportAsync(committee, Utf8("姓名,界别,身份证号\r\n李娜,教育,620902199001011237\r\n"));
        run.State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public void The_post_over_duties_is_the_duty()
    {
        var columns = installation.Services.GetRequiredService<MemberColumns>();
        var headings = new TableLine(1, ["姓 名", "职务", "联系电话(手机)", "备注"]);
        columns.Guess(headings, [new TableLine(2, ["张伟", "常委", "", ""])]).ShouldBe(["name", "duty", "phone", null]);
        columns.Guess(headings, [new TableLine(2, ["张伟", "校长", "", ""])]).ShouldBe(["name", "post", "phone", null]);
        (columns.Term("第二十届"), columns.Term("十届"), columns.Term("2023"), columns.Term("届")).ShouldBe((20, 10, 2023, null));
    }

    [Fact]
    public async Task Five_thousand_members_are_taken_in_seconds_from_an_Excel_file()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        using var file = new MemoryStream();
        file.SaveAs(
            Enumerable
                .Range(0, 5000)
                .Select(number => new Dictionary<string, object?>
                {
                    ["姓名"] = "张" + (char)(0x4E00 + number),
                    ["性别"] = number % 2 == 0 ? "男" : "女",
                    ["界别"] = "教育",
                    ["工作单位"] = $"第{number}单位",
                    ["任职日期"] = new DateTime(2021, 10, 20),
                    ["手机"] = 13_800_000_000 + number,
                })
        );
        var watch = Stopwatch.StartNew();
        var run = await ImportAsync(committee, file.ToArray());
        watch.Stop();
        TestContext.Current.SendDiagnosticMessage($"5,000 rows: {watch.ElapsedMilliseconds} ms");
        (run.State, run.NewPeople, run.NewSeats).ShouldBe((ImportState.Done, 5000, 5000));
        (await committee.InDbAsync(db => db.Set<Membership>().CountAsync())).ShouldBe(5000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static Task<List<string>> NamesAsync(TestCommittee committee) =>
        committee.InDbAsync(db => db.Set<Person>().Select(person => person.Name).ToListAsync());

    private Task<ImportRun> ImportAsync(TestCommittee committee, byte[] content, bool leaveOutKnown = false) =>
        committee.DoAsync(async services =>
        {
            var import = services.GetRequiredService<MemberImport>();
            var run = new ImportRun
            {
                FileName = "名单.csv",
                StartedBy = "test",
                CreatedAt = installation.Clock.GetUtcNow(),
            };
            run.Assume(Defaults, leaveOutKnown);
            (await import.ReceiveAsync(run, content, default)).ShouldBeNull();
            run.StartCheck(installation.Clock.GetUtcNow());
            await import.CheckAsync(run);
            if (run.WhyNotImport(installation.Clock.GetUtcNow()) is null)
            {
                run.StartImport(installation.Clock.GetUtcNow());
                await import.WriteAsync(run);
            }

            return await services
                .GetRequiredService<AppDb>()
                .Set<ImportRun>()
                .AsNoTracking()
                .SingleAsync(row => row.Id == run.Id);
        });
}
