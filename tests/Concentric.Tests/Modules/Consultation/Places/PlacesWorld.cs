using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Places;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Places;

/// <summary>A committee with a township, a village below it, and its office.</summary>
public sealed class PlacesWorld
{
    public const string Township = "/office/consultation/places/yinda";
    public const string Village = "/office/consultation/places/guanming";

    private PlacesWorld(TestCommittee committee, Visitor office) => (Committee, Office) = (committee, office);

    public TestCommittee Committee { get; }
    public Visitor Office { get; }

    public static async Task<PlacesWorld> CreateAsync(Installation installation)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var world = new PlacesWorld(committee, await committee.SignInAsync("office-staff"));
        await world.FoundAsync("银达镇", "Township", "yinda", null);
        await world.FoundAsync("关明村", "Village", "guanming", "yinda");
        return world;
    }

    public async Task FoundAsync(string name, string kind, string slug, string? under) =>
        (
            await Office.SubmitAsync(
                "/office/consultation/places/new",
                new()
                {
                    ["Input.Name"] = name,
                    ["Input.Kind"] = kind,
                    ["Slug"] = slug,
                    ["Under"] = under ?? "",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);

    public async Task<string> OpenRoomAsync(string place = "guanming")
    {
        var opened = await Office.SubmitAsync(
            $"/office/consultation/places/{place}/venues/room/new",
            new()
            {
                ["Input.Name"] = "关明村协商议事室",
                ["Input.Meets"] = "每月第一个星期五上午",
                ["Input.PublicPhone"] = "0937-0001234",
                ["Input.OpenedOn"] = "2023-03-01",
            }
        );
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var room = await Committee.InDbAsync(db => db.Set<ConsultationRoom>().SingleAsync(row => row.ClosedOn == null));
        return $"/office/consultation/places/{place}/venues/room/{room.Id}";
    }

    /// <summary>Posts members to the village by their names, as pasted from a notice.</summary>
    public Task<HttpResponseMessage> DeployAsync(string names, string place = "guanming", string from = "2023-04-01") =>
        Office.SubmitAsync(
            $"/office/consultation/places/{place}/deploy",
            new()
            {
                ["Names"] = names,
                ["Input.Role"] = "Member",
                ["Input.From"] = from,
                ["Input.Basis"] = "肃政协发〔2023〕5号",
                ["Input.Office"] = "member-liaison",
            },
            "form#deploy"
        );

    /// <summary>A member who is posted to the village; gives the deployment.</summary>
    public async Task<Deployment> DeployedAsync(string name)
    {
        await Committee.EnrolAsync(name, phone: "13800001234");
        (await DeployAsync(name)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await Committee.InDbAsync(db => db.Set<Deployment>().SingleAsync(row => row.MemberName == name));
    }

    public Task<Place> PlaceAsync(string slug) => Committee.InDbAsync(db => db.Set<Place>().SingleAsync(row => row.Slug == slug));

    public static async Task<string> MainAsync(Visitor visitor, string path) =>
        (await visitor.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    public static async Task<IHtmlDocument> AnsweredAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
    }
}
