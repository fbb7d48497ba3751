using Concentric.Modules.Administration.Audit;
using Concentric.Modules.Meetings;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Administration;

/// <summary>The trail in the reader's words: who did what to whom, from what to what.</summary>
public sealed class AuditTests(Installation installation)
{
    [Fact]
    public async Task Every_state_that_the_trail_can_tell_has_a_word()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var silent = await committee.DoAsync(services =>
        {
            var vocabulary = services.GetRequiredService<AuditVocabulary>();
            var told =
                from entity in services.GetRequiredService<AppDb>().Model.GetEntityTypes()
                where !entity.ClrType.IsDefined(typeof(OutsideAuditAttribute), inherit: true)
                from property in PropertiesOf(entity)
                let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
                where type.IsEnum
                from value in Enum.GetNames(type)
                where vocabulary.Value(entity.ShortName(), property.Name, value) == value
                select $"{type.Name}.{value}";
            return Task.FromResult(told.Distinct().ToList());
        });
        silent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_state_a_field_and_an_act_stand_in_the_readers_words()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var secretary = await committee.SignInAsync("secretary-general");
        var id = await committee.AskAsync(meetings =>
            meetings.CreateAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 3) })
        );
        await secretary.DoneAsync($"/office/meetings/{id}", [], "form[action*='handler=Approve']");
        var audit = await committee.SignInAsync("audit-administrator");
        var text = (await audit.GetPageAsync("/office/audit")).QuerySelector("main")!.TextContent;
        text.ShouldContain("提交：会议活动 · 审批通过");
        text.ShouldContain("“Study of the report”：状态 草稿 → 已审批");
        await audit.GetAsync("/preferences?language=en");
        var english = (await audit.GetPageAsync("/office/audit")).QuerySelector("main")!.TextContent;
        english.ShouldContain("State Draft → Approved");
        english.ShouldContain("Sent: Meetings · Approve");
    }

    [Fact]
    public async Task Whoever_got_a_role_is_named_with_it_and_what_stayed_is_not_told()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var security = await committee.SignInAsync("security-administrator");
        var staff = await committee.SignInAsync("member");
        await security.SubmitAsync(
            $"/office/accounts/{staff.AccountId}",
            new() { ["Chosen"] = "office-staff", ["Why"] = "到任" },
            "form[action*=Roles]"
        );
        var audit = await committee.SignInAsync("audit-administrator");
        var row = (await audit.GetPageAsync("/office/audit"))
            .QuerySelectorAll("main tbody tr")
            .Single(line => line.TextContent.Contains("到任"))
            .TextContent;
        row.ShouldContain("账号 · 角色");
        row.ShouldContain($"账号“{staff.UserName}”");
        row.ShouldContain("新增账号的角色：委室工作人员");
        row.ShouldNotContain("用户名");
        row.ShouldNotContain("∅");
    }

    private static IEnumerable<IProperty> PropertiesOf(IEntityType entity) =>
        entity
            .GetProperties()
            .Concat(entity.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties()))
            .OfType<IProperty>();
}
