using Concentric.Modules.Portal;
using Concentric.Platform.Data;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Portal;

/// <summary>An editorial office for one test: the usual columns, a writer, three reviewers.</summary>
internal sealed class Newsroom
{
    private Newsroom(TestCommittee committee) => Committee = committee;

    public TestCommittee Committee { get; }
    public Visitor Writer { get; private set; } = null!;
    public Visitor First { get; private set; } = null!;
    public Visitor Second { get; private set; } = null!;
    public Visitor Final { get; private set; } = null!;

    public static async Task<Newsroom> OpenAsync(Installation installation)
    {
        var room = new Newsroom(await TestCommittee.CreateAsync(installation));
        room.Writer = await room.Committee.SignInAsync("editor");
        room.First = await room.Committee.SignInAsync("reviewer");
        room.Second = await room.Committee.SignInAsync("secretary-general");
        room.Final = await room.Committee.SignInAsync("chairpersons-meeting");
        await room.Committee.DoAsync(async services =>
        {
            await services.GetRequiredService<ColumnDesk>().AddUsualAsync(default);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        return room;
    }

    public Task<Guid> ColumnAsync(string slug) =>
        Committee.InDbAsync(db =>
            db.Set<Column>().Where(column => column.Slug == slug).Select(column => column.Id).SingleAsync()
        );

    /// <summary>A draft written in the form; its address below the committee.</summary>
    public async Task<string> WriteAsync(string title, string body = "<p>正文。</p>")
    {
        var answer = await Writer.SubmitAsync(
            "/office/articles/new",
            new()
            {
                ["Input.ColumnId"] = (await ColumnAsync("notices")).ToString(),
                ["Input.Title"] = title,
                ["Input.Body"] = body,
            }
        );
        return answer.Headers.Location!.ToString()[Committee.Path.Length..];
    }

    /// <summary>Written, submitted and passed three times.</summary>
    public async Task<string> ApproveAsync(string title)
    {
        var path = await WriteAsync(title);
        await Writer.SubmitAsync(path, [], "form[action*=Submit]");
        foreach (var reviewer in new[] { First, Second, Final })
            await reviewer.SubmitAsync(path, [], "form[action*=Pass]");
        return path;
    }

    public Task<Article> ReadAsync(string path) =>
        Committee.InDbAsync(db =>
            db.Set<Article>()
                .Include(article => article.Steps)
                .Include(article => article.Revisions)
                .Include(article => article.Attachments)
                .SingleAsync(article => article.Id == Guid.Parse(path.Split('/')[3]))
        );
}
