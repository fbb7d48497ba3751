using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Web.Once;

/// <summary>
/// Remembers sent forms for a day, in transactions of its own: a form is claimed before it is carried out, kept when it led
/// somewhere, and released when it did not.
/// </summary>
public sealed class SentForms(IServiceProvider services, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private long lastSweep;

    /// <summary>Nothing when the form may be carried out now; else the twin that was sent before, done or still under way.</summary>
    public async Task<SentForm?> ClaimAsync(Committee committee, string digest, CancellationToken cancellation)
    {
        await SweepAsync(committee, cancellation);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            if (await TryClaimAsync(committee, digest, cancellation))
                return null;
            var twin = await FindAsync(committee, digest, cancellation);
            if (twin is { Location: not null } || (twin is not null && waited >= Patience))
                return twin;
            if (twin is not null && clock.GetUtcNow() - twin.SentAt > LongestAct)
                await ReleaseAsync(committee, digest);
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Keeps where the form led.</summary>
    public Task KeepAsync(Committee committee, string digest, string location, string? flash, string? tone) =>
        InScopeAsync(
            committee,
            async db =>
            {
                var form = await db.Set<SentForm>().SingleOrDefaultAsync(row => row.Digest == digest);
                if (form is null)
                    return;
                (form.Location, form.Flash, form.FlashTone) = (location, flash, tone);
                await db.SaveChangesAsync();
            }
        );

    /// <summary>The form led nowhere (a fault to correct, a failure): it may be sent again.</summary>
    public Task ReleaseAsync(Committee committee, string digest) =>
        InScopeAsync(
            committee,
            db => db.InOneTransactionAsync(() => db.Set<SentForm>().Where(row => row.Digest == digest).ExecuteDeleteAsync())
        );

    private async Task<bool> TryClaimAsync(Committee committee, string digest, CancellationToken cancellation)
    {
        await using var scope = services.CreateCommitteeScope(committee, "form");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new SentForm { Digest = digest, SentAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return false;
        }
    }

    private async Task<SentForm?> FindAsync(Committee committee, string digest, CancellationToken cancellation)
    {
        await using var scope = services.CreateCommitteeScope(committee, "form");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.Set<SentForm>().AsNoTracking().SingleOrDefaultAsync(row => row.Digest == digest, cancellation);
    }

    // Once an hour and process, what is older than a day goes.
    private async Task SweepAsync(Committee committee, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var last = Interlocked.Read(ref lastSweep);
        if (now.Ticks - last < TimeSpan.TicksPerHour || Interlocked.CompareExchange(ref lastSweep, now.Ticks, last) != last)
            return;
        var limit = now - Remembered;
        await InScopeAsync(
            committee,
            db =>
                db.InOneTransactionAsync(
                    () => db.Set<SentForm>().Where(row => row.SentAt < limit).ExecuteDeleteAsync(cancellation),
                    cancellation
                )
        );
    }

    private async Task InScopeAsync(Committee committee, Func<AppDb, Task> work)
    {
        await using var scope = services.CreateCommitteeScope(committee, "form");
        await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
