using System.Text;
using Concentric.Rules.Formats;

namespace Concentric.Rules.Tests.Formats;

public sealed class CalendarLinesTests
{
    [Theory]
    [InlineData("SUMMARY:short")]
    [InlineData("SUMMARY:学习贯彻党的二十大精神专题研讨班暨理论学习中心组第四次集体学习会议通知")]
    [InlineData("DESCRIPTION:𠮷䶮🎋𠮷䶮🎋𠮷䶮🎋𠮷䶮🎋𠮷䶮🎋𠮷䶮🎋𠮷䶮🎋𠮷䶮🎋𠮷䶮🎋")]
    public void A_line_is_folded_at_75_bytes_and_no_character_is_cut(string line)
    {
        var folded = CalendarLines.Fold(line + "\r\n");
        folded.ShouldEndWith("\r\n");
        foreach (var part in folded.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            Encoding.UTF8.GetByteCount(part).ShouldBeLessThanOrEqualTo(75);
        CalendarLines.Unfold(folded).ShouldBe(line + "\n");
    }
}
