namespace Concentric.Platform.Identity;

/// <summary>Who does something, and when: goes into the step that the act leaves behind.</summary>
public readonly record struct Doer(Guid AccountId, string Name, DateTimeOffset Now)
{
    public static Doer Of(CurrentActor actor, TimeProvider time) => new(actor.AccountId, actor.Name, time.GetUtcNow());
}
