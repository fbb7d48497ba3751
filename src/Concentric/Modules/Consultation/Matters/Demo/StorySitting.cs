using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>What is entered at one sitting: many acts, each on its day and in the name of whoever does it, and one save.</summary>
internal sealed class StorySitting(DemoCommittee world, IServiceProvider services)
{
    private readonly CurrentActor actor = services.GetRequiredService<CurrentActor>();

    public AppDb Db { get; } = services.GetRequiredService<AppDb>();
    public MatterActs Acts { get; } = services.GetRequiredService<MatterActs>();
    public MatterIntake Intake { get; } = services.GetRequiredService<MatterIntake>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>From here on, somebody acts on that day.</summary>
    public void At(DateOnly day, int hour, string name)
    {
        world.At(day, hour, world.Random.Next(60));
        actor.ActAsSystem("demo matters", name);
    }

    /// <exception cref="RefusedException">The world's plan asks for what cannot be done.</exception>
    public async Task DoAsync(Matter matter, MatterVerb verb, Action<Matter, MatterAct> act) =>
        RefusedException.ThrowIf(await Acts.ApplyAsync(matter, new MatterDeed(verb, act) { IsSilent = true }));
}
