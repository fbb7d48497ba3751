namespace Concentric.Platform.Tenancy;

/// <summary>
/// Moves the committee's slug from the path to the path base, once: below it, links and routes need not know of it.
/// <c>/</c> goes to the only committee, or to the list of committees.
/// </summary>
public sealed class TenantPath(RequestDelegate next, CommitteeDirectory directory)
{
    private static readonly string[] OfTheInstallation =
    [
        "health",
        "built",
        "favicon.ico",
        "robots.txt",
        "committees",
        "preferences",
        "error",
    ];

    /// <summary>Addresses that no committee can have.</summary>
    internal static bool IsOfTheInstallation(string slug) => OfTheInstallation.Contains(slug, StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context, CurrentCommittee current)
    {
        var path = context.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1) is var slash and > 0 ? slash : path.Length;
        var slug = path[1..end];
        if (slug.Length == 0)
        {
            await GoToOnlyCommitteeAsync(context);
            return;
        }

        if (IsOfTheInstallation(slug))
        {
            await next(context);
            return;
        }

        if (await directory.FindAsync(slug, context.RequestAborted) is not { } committee)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        current.Set(committee);
        context.Request.PathBase = context.Request.PathBase.Add("/" + slug);
        context.Request.Path = end == path.Length ? "/" : path[end..];
        await next(context);
    }

    private async Task GoToOnlyCommitteeAsync(HttpContext context)
    {
        var committees = await directory.AfterAsync("", 2, context.RequestAborted);
        context.Response.Redirect(context.Request.PathBase + (committees.Count == 1 ? $"/{committees[0].Slug}/" : "/committees"));
    }
}
