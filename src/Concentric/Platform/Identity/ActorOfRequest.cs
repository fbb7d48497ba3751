using System.Text.RegularExpressions;

namespace Concentric.Platform.Identity;

/// <summary>Notes from where and what is being done, for the audit trail.</summary>
public sealed partial class ActorOfRequest(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentActor actor)
    {
        actor.Address = context.Connection.RemoteIpAddress?.ToString();
        actor.Act = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
        if (context.Request.Query["handler"].ToString() is { } handler && Handler().IsMatch(handler))
            actor.Act += " " + handler;
        return next(context);
    }

    [GeneratedRegex("^[A-Za-z]{1,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex Handler();
}
