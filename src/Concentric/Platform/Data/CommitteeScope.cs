using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;

namespace Concentric.Platform.Data;

/// <summary>A scope that works for one committee outside a request: a job, a command, the demo world.</summary>
public static class CommitteeScope
{
    /// <param name="act">What is being done, for the audit trail: the command's or job's name.</param>
    public static AsyncServiceScope CreateCommitteeScope(this IServiceProvider services, Committee committee, string act)
    {
        var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommittee>().Set(committee);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsSystem(act);
        return scope;
    }
}
