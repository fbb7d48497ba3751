using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.World;

/// <summary>A committee of its own for one test: rows by verbs, pages by HTTP.</summary>
public sealed class TestCommittee
{
    public const string Password = "correct horse 1950";
    private readonly Installation installation;

    public TestCommittee(Installation installation, Committee committee)
    {
        this.installation = installation;
        Committee = committee;
    }

    public Committee Committee { get; }

    public string Path => "/" + Committee.Slug;

    public static async Task<TestCommittee> CreateAsync(Installation installation)
    {
        var slug = "t" + Guid.CreateVersion7().ToString("N")[14..];
        var committee = new Committee
        {
            Slug = slug,
            Name = "政协测试区委员会",
            ShortName = "测试区政协",
            EnglishName = "Test District Committee",
            Term = 13,
            TermFrom = 2021,
            TermTo = 2026,
        };
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Committees.Add(committee);
        await db.SaveChangesAsync();
        return new TestCommittee(installation, committee);
    }

    /// <summary>Works in this committee as the system, in a scope of its own.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommittee>().Set(Committee);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsSystem("test");
        return await work(scope.ServiceProvider);
    }

    public Task DoAsync(Func<IServiceProvider, Task> work) =>
        DoAsync(async services =>
        {
            await work(services);
            return true;
        });

    public Task<T> InDbAsync<T>(Func<AppDb, Task<T>> work) => DoAsync(services => work(services.GetRequiredService<AppDb>()));

    /// <summary>An account with these roles, and a client signed in as it.</summary>
    public Task<Visitor> SignInAsync(params string[] roles) => SignInAsync(null, roles);

    public Task<Visitor> SignInAsync(Guid? personId, params string[] roles) =>
        SignInAsync(personId, [.. roles.Select(role => new AccountRole { Role = role })]);

    /// <summary>An account whose role is held for one office only.</summary>
    public Task<Visitor> SignInForOfficeAsync(string office, string role = "office-staff") =>
        SignInAsync(null, [new AccountRole { Role = role, Scope = office }]);

    private async Task<Visitor> SignInAsync(Guid? personId, IReadOnlyList<AccountRole> roles)
    {
        var userName = "u" + Guid.CreateVersion7().ToString("N")[20..];
        var accountId = await DoAsync(async services =>
        {
            var account = new Account
            {
                UserName = userName,
                DisplayName = userName,
                PersonId = personId,
            };
            account.Roles.AddRange(roles);
            (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
            return account.Id;
        });
        var visitor = Anonymous();
        await visitor.SubmitAsync("/sign-in", new() { ["Input.UserName"] = userName, ["Input.Password"] = Password });
        return visitor with { AccountId = accountId, UserName = userName };
    }

    public Visitor Anonymous() => new(installation.CreateClient(), Path);
}

/// <summary>Somebody with a browser: gets pages, fills in forms.</summary>
public sealed record Visitor(HttpClient Client, string Base)
{
    public Guid AccountId { get; init; }
    public string UserName { get; init; } = "";

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(Base + path, UriKind.Relative));

    public async Task<IHtmlDocument> GetPageAsync(string path)
    {
        var response = await GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {body[..Math.Min(body.Length, 2000)]}");
        return await ParseAsync(body);
    }

    public static async Task<IHtmlDocument> ParseAsync(string html) =>
        (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));

    /// <summary>Gets the page, fills in the fields of the form that has them (or the one named), keeps the hidden ones, and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        string path,
        Dictionary<string, string> fields,
        string? formSelector = null
    )
    {
        var page = await GetPageAsync(path);
        var form = (IHtmlFormElement)(
            (
                formSelector is null
                    ? page.QuerySelector("main form[method=post]") ?? page.QuerySelector("form[method=post]")
                    : page.QuerySelector(formSelector)
            ) ?? throw new InvalidOperationException($"{path} has no form {formSelector}.")
        );
        return await SendAsync(path, form, fields);
    }

    public Task<HttpResponseMessage> SendAsync(string path, IHtmlFormElement form, Dictionary<string, string> fields)
    {
        var values = form
            .Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("checkbox" or "radio" or "submit" or "file") || input.IsChecked)
            .Where(input => input.Name is { Length: > 0 } && !fields.ContainsKey(input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(
                form.Elements.OfType<IHtmlTextAreaElement>()
                    .Where(area => area.Name is not null && !fields.ContainsKey(area.Name))
                    .Select(area => KeyValuePair.Create(area.Name!, area.Value))
            )
            .Concat(
                form.Elements.OfType<IHtmlSelectElement>()
                    .Where(select => select.Name is not null && !fields.ContainsKey(select.Name))
                    .Select(select => KeyValuePair.Create(select.Name!, select.Value ?? ""))
            )
            .Concat(fields);
        var action = form.GetAttribute("action") is { Length: > 0 } own ? own : Base + path;
        return Client.PostAsync(
            new Uri(action.StartsWith('?') ? Base + path.Split('?')[0] + action : action, UriKind.RelativeOrAbsolute),
            new FormUrlEncodedContent(values)
        );
    }
}
