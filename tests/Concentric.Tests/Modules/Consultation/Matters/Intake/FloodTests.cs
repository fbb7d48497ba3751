using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>Many matters from one address: after some a sum is asked, nothing typed is lost, and the desk works as ever.</summary>
public sealed class FloodTests(Installation installation)
{
    private static readonly string[] Words = ["", "", "二", "三", "四", "五", "六", "七", "八", "九"];

    [Fact]
    public async Task After_some_matters_a_sum_in_words_is_asked_and_its_answer_sends_one()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        await FloodAsync(world);
        var resident = new Resident(world);
        await resident.AnswerAllAsync("第四件");
        var wrong = await resident.SendAsync(new() { ["Answer"] = "1" });
        var page = await Visitor.ParseAsync(await wrong.Content.ReadAsStringAsync());
        page.QuerySelector("#Answer-error")!.TextContent.ShouldContain("再算一次");
        page.QuerySelector("main")!.TextContent.ShouldContain("第四件");
        (await world.MattersAsync()).Count.ShouldBe(IntakeLimits.FreeSends);
        var form = await resident.FormAsync("/matters/new/check", "form#send");
        var right = await resident.Visitor.SendAsync("/matters/new/check", form, new() { ["Answer"] = SumOf(form) });
        right.Headers.Location!.ToString().ShouldEndWith("/matters/new/sent");
        // The paper is used up.
        var next = new Resident(world);
        await next.AnswerAllAsync("第五件");
        var fresh = await next.FormAsync("/matters/new/check", "form#send");
        var again = await next.Visitor.SendAsync(
            "/matters/new/check",
            fresh,
            new() { ["Answer"] = SumOf(form), ["Paper"] = PaperOf(form) }
        );
        again.Headers.Location.ShouldBeNull();
        (await world.MattersAsync()).Count.ShouldBe(IntakeLimits.FreeSends + 1);
    }

    [Fact]
    public async Task The_browsers_work_is_taken_for_an_answer()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        await FloodAsync(world);
        var resident = new Resident(world);
        await resident.AnswerAllAsync("第四件");
        var form = await resident.FormAsync("/matters/new/check", "form#send");
        var paper = PaperOf(form);
        var work = Enumerable
            .Range(0, int.MaxValue)
            .First(number =>
                BitOperations.LeadingZeroCount(
                    BitConverter.IsLittleEndian
                        ? System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(
                            SHA256.HashData(Encoding.ASCII.GetBytes($"{paper}:{number.ToString(CultureInfo.InvariantCulture)}"))
                        )
                        : 0
                ) >= IntakePuzzle.WorkBits
            );
        var sent = await resident.Visitor.SendAsync(
            "/matters/new/check",
            form,
            new() { ["Work"] = work.ToString(CultureInfo.InvariantCulture) }
        );
        sent.Headers.Location!.ToString().ShouldEndWith("/matters/new/sent");
    }

    [Fact]
    public async Task The_desk_is_asked_nothing()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var desk = await world.Committee.SignInAsync("office-staff");
        for (var number = 0; number <= IntakeLimits.FreeSends; number++)
        {
            var entered = await desk.SubmitAsync(
                "/office/consultation/matters/new",
                new()
                {
                    ["Input.Text"] = $"第 {number} 件",
                    ["Input.Place"] = "怀茂",
                    ["Input.Topic"] = "water",
                },
                "form#desk"
            );
            entered.Headers.Location.ShouldNotBeNull();
        }
    }

    private static async Task FloodAsync(IntakeWorld world)
    {
        for (var number = 1; number <= IntakeLimits.FreeSends; number++)
        {
            var resident = new Resident(world);
            await resident.AnswerAllAsync($"第 {number} 件");
            (await resident.SendAsync()).Headers.Location!.ToString().ShouldEndWith("/matters/new/sent");
        }
    }

    private static string PaperOf(IHtmlFormElement form) => form.QuerySelector<IHtmlInputElement>("input[name=Paper]")!.Value;

    private static string SumOf(IHtmlFormElement form)
    {
        var question = form.QuerySelector("label[for=Answer]")!.TextContent;
        var numbers = question.Select(sign => Array.IndexOf(Words, sign.ToString())).Where(number => number > 0).ToList();
        return (numbers[0] + numbers[1]).ToString(CultureInfo.InvariantCulture);
    }
}
