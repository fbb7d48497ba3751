using Concentric.Platform.Web.Tables;

namespace Concentric.Tests.Platform.Web;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 937")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\uFF1D1+1")]
    public void Text_that_a_spreadsheet_would_take_for_a_formula_is_neutralised(string text) =>
        Csv.Field(text).ShouldBe("'" + text);

    [Fact]
    public void A_carriage_return_in_front_is_neutralised_and_quoted() => Csv.Field("\r=1").ShouldBe("\"'\r=1\"");

    [Fact]
    public void Numbers_stay_numbers_also_below_zero()
    {
        Csv.Field(-5).ShouldBe("-5");
        Csv.Field(1234.5m).ShouldBe("1234.5");
        Csv.Field(null).ShouldBe("");
    }

    [Fact]
    public void Commas_quotes_and_line_breaks_are_quoted() =>
        Csv.Line(["a,b", "say \"hi\"", "two\nlines", "𠮷"]).ShouldBe("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",𠮷\r\n");
}
