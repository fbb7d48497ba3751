using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Concentric.Commands;
using Concentric.Tests.World;
using Microsoft.Data.Sqlite;

namespace Concentric.Tests.Commands;

/// <summary>The contract that others script against: answers on standard output, messages on standard error, 0 only on success.</summary>
public sealed class CommandLineTests(Installation installation)
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
                "--language",
                "en",
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

    [Theory]
    [InlineData(null, null, "zh-CN")]
    [InlineData(null, "C.UTF-8", "zh-CN")]
    [InlineData(null, "zh_CN.UTF-8", "zh-CN")]
    [InlineData(null, "en_GB.UTF-8", "en")]
    [InlineData("zh-CN", "en_GB.UTF-8", "zh-CN")]
    [InlineData("en", "zh_CN.UTF-8", "en")]
    public void A_command_speaks_the_language_that_is_asked_for_else_that_of_the_terminal(
        string? asked,
        string? terminal,
        string spoken
    ) => CommandLanguage.Of(asked, name => name == "LANG" ? terminal : null).ShouldBe(spoken);

    [Fact]
    public void Messages_go_before_the_general_setting_of_the_terminal_and_all_goes_before_both()
    {
        Dictionary<string, string> terminal = new() { ["LANG"] = "zh_CN.UTF-8", ["LC_MESSAGES"] = "en_US.UTF-8" };
        CommandLanguage.Of(null, terminal.GetValueOrDefault).ShouldBe("en");
        terminal["LC_ALL"] = "zh_CN.UTF-8";
        CommandLanguage.Of(null, terminal.GetValueOrDefault).ShouldBe("zh-CN");
    }

    [Theory]
    [InlineData("zh-CN", "请填写姓名")]
    [InlineData("en", "Enter the name")]
    public async Task What_is_wrong_with_a_row_is_said_in_the_language_of_the_command(string language, string message)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var (code, output, _) = await ListFile.WithAsync(
            "姓名,性别,单位\n,男,供销社\n",
            file =>
                RunAsync(
                    "import",
                    "members",
                    file.FullName,
                    "--dry-run",
                    "--language",
                    language,
                    "--committee",
                    committee.Committee.Slug,
                    "--database",
                    Installation.PostgresServer is null ? "sqlite:" + DataSource : installation.Address.ConnectionString
                )
        );
        code.ShouldBe(1);
        output.ShouldContain(message);
    }

    private string DataSource => new SqliteConnectionStringBuilder(installation.Address.ConnectionString).DataSource;

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
