using Concentric.Rules.Formats.Open311;

namespace Concentric.Rules.Tests.Formats.Open311;

/// <summary>A request as a program sends it.</summary>
public sealed class SentRequestTests
{
    [Fact]
    public void A_whole_request_is_read()
    {
        var (request, faults) = Read(
            ("service_code", "water"),
            ("lat", "39.7365"),
            ("long", "98.4943"),
            ("description", " 三组的支渠漏水。希望修渠。 "),
            ("attribute[place]", "xiaogou"),
            ("attribute[days][]", "mon"),
            ("attribute[days][]", "tue"),
            ("first_name", "玉兰"),
            ("last_name", "陈"),
            ("email", "")
        );
        faults.ShouldBeEmpty();
        (request.Latitude, request.Longitude).ShouldBe((39.7365m, 98.4943m));
        request.Attribute("place").ShouldBe("xiaogou");
        request.Attributes["days"].ShouldBe(["mon", "tue"]);
        request.Name.ShouldBe("陈玉兰");
        request.Email.ShouldBeNull();
    }

    [Fact]
    public void All_that_is_missing_is_told_at_once() =>
        Read(("lat", "39.7")).Faults.Select(fault => fault.Key).ShouldBe(["ServiceCodeMissing", "LocationMissing"]);

    [Theory]
    [InlineData("lat", "91", "DegreesWrong")]
    [InlineData("long", "98,5", "DegreesWrong")]
    [InlineData("lat", "NaN", "DegreesWrong")]
    [InlineData("media_url", "javascript:alert(1)", "MediaUrlWrong")]
    [InlineData("media_url", "file:///etc/passwd", "MediaUrlWrong")]
    public void What_is_wrong_is_named(string name, string value, string fault) =>
        Read(("service_code", "water"), ("address_id", "xiaogou"), ("description", "x"), (name, value))
            .Faults.ShouldHaveSingleItem()
            .Key.ShouldBe(fault);

    [Fact]
    public void Names_of_other_scripts_keep_their_order() =>
        Read(("first_name", "Mary"), ("last_name", "Jones")).Request.Name.ShouldBe("Mary Jones");

    [Theory]
    [InlineData(39.7365, 98.4943, 39.7365, 98.4943, 0)]
    [InlineData(39.9042, 116.4074, 31.2304, 121.4737, 1067)]
    public void Distances_are_kilometres_along_the_earth(
        double north,
        double east,
        double otherNorth,
        double otherEast,
        double km
    ) =>
        new GeoPoint((decimal)north, (decimal)east)
            .DistanceTo(new GeoPoint((decimal)otherNorth, (decimal)otherEast))
            .ShouldBe(km, tolerance: 2);

    private static (SentRequest Request, IReadOnlyList<GeoReportFault> Faults) Read(params (string Name, string Value)[] form) =>
        SentRequest.Read(
            form.GroupBy(field => field.Name)
                .Select(group => KeyValuePair.Create(group.Key, (IReadOnlyList<string>)[.. group.Select(field => field.Value)]))
        );
}
