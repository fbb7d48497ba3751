namespace Concentric.Platform.Identity;

/// <summary>Notes from where and what is being done, for the audit trail.</summary>
public sealed class ActorOfRequest(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentActor actor)
    {
        actor.Address = context.Connection.RemoteIpAddress?.ToString();
        actor.Act = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
        return next(context);
    }
}
