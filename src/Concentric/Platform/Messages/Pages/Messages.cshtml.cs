using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Platform.Messages.Pages;

/// <summary>我的消息: what I have been told, newest first.</summary>
[RequireSignIn]
public sealed class MessagesPage(Inbox inbox) : AppPage
{
    private const int PageSize = 20;

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public int Unread { get; private set; }
    public IReadOnlyList<Message> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Pages = Math.Max(1, (await inbox.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Unread = await inbox.CountUnreadAsync(cancellation);
        Rows = await inbox.ListAsync((Number - 1) * PageSize, PageSize, cancellation);
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellation) =>
        await inbox.OpenAsync(id, cancellation) is { } path ? GoTo(path) : NotFound();

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancellation)
    {
        await inbox.ReadAllAsync(cancellation);
        return GoTo("/messages");
    }
}
