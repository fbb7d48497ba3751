using System.Net;
using System.Text.RegularExpressions;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>Somebody of the office who looks at pages.</summary>
internal static partial class OfficeVisitor
{
    private const string Password = "bench-correct-horse-1950";

    /// <summary>Makes an account of the office and signs it in.</summary>
    internal static async Task<string> JoinAsync(BenchInstallation installation, Committee committee)
    {
        await using (var scope = installation.App.Services.CreateCommitteeScope(committee, "bench"))
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = new Account { UserName = "office", DisplayName = "office" };
            account.NormalizedUserName = accounts.NormalizeName(account.UserName);
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, Password);
            account.SignOutEverywhere();
            account.Roles.Add(new AccountRole { Role = "office-staff" });
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.Accounts.Add(account);
            await db.SaveChangesAsync();
        }

        return await SignInAsync(new Uri(installation.App.Urls.First()), committee.Slug, "office", Password);
    }

    /// <summary>The cookies of the office, after the page for signing in as a browser would use it.</summary>
    internal static async Task<string> SignInAsync(Uri address, string committee, string userName, string password)
    {
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var page = await client.GetStringAsync(new Uri($"/{committee}/sign-in", UriKind.Relative));
        var fields = HiddenFields(page);
        fields["Input.UserName"] = userName;
        fields["Input.Password"] = password;
        using var form = new FormUrlEncodedContent(fields);
        await client.PostAsync(new Uri($"/{committee}/sign-in", UriKind.Relative), form);
        return jar.GetCookieHeader(new Uri(address, $"/{committee}/office"));
    }

    /// <summary>The hidden fields of a form: what makes it the reader's own, and its key.</summary>
    internal static Dictionary<string, string> HiddenFields(string page) =>
        HiddenField()
            .Matches(page)
            .DistinctBy(match => match.Groups["name"].Value)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    [GeneratedRegex(
        "name=\"(?<name>__[A-Za-z]+)\" type=\"hidden\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HiddenField();
}
