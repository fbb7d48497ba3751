namespace Concentric.Platform.Health;

/// <summary>Notices when the first answer was given: until then the start is not over.</summary>
internal sealed class FirstPage : IStartupFilter
{
    private readonly TaskCompletionSource served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Served => served.Task;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (context, following) =>
                {
                    await following(context);
                    served.TrySetResult();
                }
            );
            next(app);
        };
}
