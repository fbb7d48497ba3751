using Concentric.Rules.Formats.Open311;

namespace Concentric.Rules.Tests.Formats.Open311;

/// <summary>Which requests a client asks for, and what is wrong with how it asks.</summary>
public sealed class ServiceRequestQueryTests
{
    private static readonly DateTimeOffset Now = new(2023, 5, 10, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Without_a_wish_the_last_ninety_days_are_given_but_not_more_than_a_thousand()
    {
        var query = Read([]);
        (query.From, query.To).ShouldBe((Now.AddDays(-90), Now));
        (query.Page, query.PageSize).ShouldBe((1, 1000));
    }

    [Fact]
    public void Ids_override_everything_else()
    {
        var query = Read(
            new()
            {
                ["service_request_id"] = " a, b ,",
                ["status"] = "unknown",
                ["page"] = "0",
            }
        );
        query.Ids.ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("2023-01-01T00:00:00Z", null, "2023-01-01T00:00:00+00:00", "2023-04-01T00:00:00+00:00")]
    [InlineData(null, "2023-04-01T00:00:00+08:00", "2023-01-01T00:00:00+08:00", "2023-04-01T00:00:00+08:00")]
    [InlineData("2023-01-01", "2023-01-31", "2023-01-01T00:00:00+08:00", "2023-01-31T23:59:59+08:00")]
    [InlineData("2023-01-01T00:00:00 08:00", "2023-01-01T10:00", "2023-01-01T00:00:00+08:00", "2023-01-01T10:00:00+08:00")]
    public void A_time_may_have_an_offset_or_is_the_committees(string? start, string? end, string from, string to)
    {
        var query = Read(new() { ["start_date"] = start, ["end_date"] = end });
        (ServiceRequest.Moment(query.From), ServiceRequest.Moment(query.To)).ShouldBe((from, to));
    }

    [Theory]
    [InlineData("open,closed", null)]
    [InlineData("open", false)]
    [InlineData("closed, closed", true)]
    [InlineData("", null)]
    public void Both_states_are_no_choice(string status, bool? isClosed) =>
        Read(new() { ["status"] = status }).IsClosed.ShouldBe(isClosed);

    [Theory]
    [InlineData("start_date", "yesterday", "DateWrong")]
    [InlineData("end_date", "2023-02-30T00:00:00Z", "DateWrong")]
    [InlineData("status", "open,gone", "StatusUnknown")]
    [InlineData("page", "0", "NumberOutside")]
    [InlineData("page", "-1", "NumberOutside")]
    [InlineData("page_size", "1001", "NumberOutside")]
    [InlineData("page_size", "1e3", "NumberOutside")]
    public void What_is_wrong_is_named(string name, string value, string fault) =>
        Faults(new() { [name] = value }).ShouldHaveSingleItem().Key.ShouldBe(fault);

    [Fact]
    public void A_longer_span_than_ninety_days_is_refused_and_so_is_one_that_ends_before_it_begins()
    {
        Faults(new() { ["start_date"] = "2023-01-01", ["end_date"] = "2023-04-02" }).Single().Key.ShouldBe("TooManyDays");
        Faults(new() { ["start_date"] = "2023-02-01", ["end_date"] = "2023-01-01" }).Single().Key.ShouldBe("EndBeforeStart");
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Faults(
            new()
            {
                ["page"] = "x",
                ["status"] = "x",
                ["start_date"] = "x",
            }
        )
            .Count.ShouldBe(3);

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", null)]
    [InlineData(null, "0001-01-02T00:00:00Z")]
    public void The_ends_of_time_do_no_harm(string? start, string? end) =>
        Read(new() { ["start_date"] = start, ["end_date"] = end }).To.ShouldBeGreaterThanOrEqualTo(DateTimeOffset.MinValue);

    private static ServiceRequestQuery Read(Dictionary<string, string?> given)
    {
        var (query, faults) = ServiceRequestQuery.Read(given.GetValueOrDefault, Now);
        faults.ShouldBeEmpty();
        return query;
    }

    private static IReadOnlyList<GeoReportFault> Faults(Dictionary<string, string?> given) =>
        ServiceRequestQuery.Read(given.GetValueOrDefault, Now).Faults;
}
