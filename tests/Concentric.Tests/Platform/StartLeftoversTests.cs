using Concentric.Platform.Health;

namespace Concentric.Tests.Platform;

/// <summary>What the start may give back: the executable's own pages, told apart by whether they can be and were written.</summary>
public sealed class StartLeftoversTests
{
    private const string Executable = "/opt/concentric/concentric";

    [Theory]
    [InlineData("r-xp", 0, true, false)]
    [InlineData("r--s", 0, true, false)]
    [InlineData("r-xp", 10, true, true)]
    [InlineData("rw-p", 0, false, false)]
    [InlineData("rw-p", 4180, false, true)]
    public void Pages_of_the_executable_are_told_apart(string access, int anonymous, bool isReadOnly, bool isWritten) =>
        Found($"5500-5900 {access} 00100000 08:01 77 {Executable}", "Rss: 4 kB", $"Anonymous:    {anonymous} kB")
            .ShouldHaveSingleItem()
            .ShouldBe(new StartLeftovers.Pages(0x5500, 0x400, isReadOnly, isWritten));

    [Theory]
    [InlineData("5500-5900 r-xp 00100000 08:01 77 /usr/lib/libc.so.6")]
    [InlineData("5500-5900 rw-p 00000000 00:00 0")]
    public void What_belongs_to_others_is_left_alone(string mapping) =>
        Found(mapping, "Anonymous:             0 kB").ShouldBeEmpty();

    private static List<StartLeftovers.Pages> Found(params string[] smaps) => [.. StartLeftovers.Mapped(smaps, Executable)];
}
