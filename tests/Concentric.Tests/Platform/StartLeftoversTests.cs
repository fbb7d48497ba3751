using Concentric.Platform.Health;

namespace Concentric.Tests.Platform;

/// <summary>What the start may give back: only bytes that the file still has.</summary>
public sealed class StartLeftoversTests
{
    private const string Executable = "/opt/concentric/concentric";

    [Fact]
    public void Gives_back_pages_of_the_executable_that_nobody_can_write()
    {
        Found("5500-5900 r-xp 00100000 08:01 77 /opt/concentric/concentric", "Rss: 4 kB", "Anonymous: 0 kB")
            .ShouldHaveSingleItem()
            .ShouldBe(new StartLeftovers.Pages(0x5500, 0x400));
        Found("5500-5900 r--s 00100000 08:01 77 /opt/concentric/concentric", "Anonymous:             0 kB").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("5500-5900 rw-p 00100000 08:01 77 /opt/concentric/concentric", "Anonymous:             0 kB")]
    [InlineData("5500-5900 r-xp 00100000 08:01 77 /opt/concentric/concentric", "Anonymous:            10 kB")]
    [InlineData("5500-5900 r-xp 00100000 08:01 77 /usr/lib/libc.so.6", "Anonymous:             0 kB")]
    [InlineData("5500-5900 rw-p 00000000 00:00 0", "Anonymous:             0 kB")]
    public void Leaves_alone_what_was_or_can_be_written_and_what_belongs_to_others(string mapping, string anonymous) =>
        Found(mapping, anonymous).ShouldBeEmpty();

    private static List<StartLeftovers.Pages> Found(params string[] smaps) => [.. StartLeftovers.Unwritten(smaps, Executable)];
}
