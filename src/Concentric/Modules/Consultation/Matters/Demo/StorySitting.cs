using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>What is entered at one sitting: many acts, each on its day and in the name of whoever does it, and one save.</summary>
internal sealed class StorySitting
{
    private readonly DemoCommittee world;
    private readonly IServiceProvider services;
    private readonly CurrentActor actor;

    internal StorySitting(DemoCommittee world, IServiceProvider services)
    {
        (this.world, this.services) = (world, services);
        actor = services.GetRequiredService<CurrentActor>();
        Db = services.GetRequiredService<AppDb>();
        Acts = services.GetRequiredService<MatterActs>();
        Intake = services.GetRequiredService<MatterIntake>();
        services.GetRequiredService<MatterMessages>().Mute();
    }

    public AppDb Db { get; }
    public MatterActs Acts { get; }
    public MatterIntake Intake { get; }

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
        RefusedException.ThrowIf(await Acts.ApplyAsync(matter, new MatterDeed(verb, act)));
}
