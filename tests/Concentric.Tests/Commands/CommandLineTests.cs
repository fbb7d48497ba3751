using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

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

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var address = $"http://{other.LocalEndpoint}";
            var (code, output, messages) = await RunAsync(
                "serve",
                "--urls",
                address,
                "--database",
                $"sqlite:{Path.Combine(folder.FullName, "concentric.db")}"
            );
            code.ShouldBe(1);
            output.ShouldBeEmpty();
            messages
                .Trim()
                .ShouldBe($"Another program listens on {address} already: end it, or choose another address by --urls.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("rules", "check")]
    [InlineData("rules", "check", "--format", "json")]
    public async Task A_sheet_in_another_encoding_is_refused_in_words(params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            // A title in GB18030.
            await File.WriteAllBytesAsync(file, [.. "title: "u8, 0xC2, 0xC4, 0xD6, 0xB0, .. "\n"u8]);
            var (code, output, messages) = await RunAsync([.. arguments, file]);
            code.ShouldBe(1);
            output.ShouldBeEmpty();
            messages.ShouldContain("UTF-8");
        }
        finally
        {
            File.Delete(file);
        }
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
