using System.Diagnostics;

namespace Concentric.Tests.Commands;

/// <summary>The contract that others script against: answers on standard output, messages on standard error, 0 only on success.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("figures", "--committee", "suzhou", "--year", "abc")]
    [InlineData("figures", "--committee", "suzhou")]
    [InlineData("no-such-command")]
    public async Task A_command_that_was_not_understood_says_so_on_standard_error_alone(params string[] arguments)
    {
        var (code, output, messages) = await RunAsync(arguments);
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        messages.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Help_that_was_asked_for_is_the_answer()
    {
        var (code, output, messages) = await RunAsync("figures", "--help");
        code.ShouldBe(0);
        output.ShouldContain("--committee");
        messages.ShouldBeEmpty();
    }

    private static async Task<(int Code, string Output, string Messages)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "concentric.dll"), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, messages) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await messages);
    }
}
