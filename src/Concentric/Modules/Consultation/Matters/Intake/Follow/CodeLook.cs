using System.Security.Cryptography;
using System.Text;

namespace Concentric.Modules.Consultation.Matters.Intake.Follow;

/// <summary>Looks a tracking code up for a caller, and slows one who guesses.</summary>
public sealed class CodeLook(MatterDesk desk, IntakeLimits limits)
{
    /// <summary>Whether wrong codes from there are no longer answered.</summary>
    public bool IsSlowed(HttpContext http) => !limits.MayAskForCode(http);

    /// <summary>
    /// For change; none when there is no such code. A right code is taken also where many wrong ones came from: behind one address there
    /// may be a village. Only where there are so many that a program must send them, nothing is looked up.
    /// </summary>
    public async Task<Matter?> FindAsync(HttpContext http, string? code, CancellationToken cancellation)
    {
        if (limits.AreCodesGuessed(http))
            return null;
        var matter = await desk.FindByCodeAsync(code, cancellation);
        // The index found it by the digest; that it is the same is compared in a time that tells nothing.
        if (
            matter is not null
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(matter.TrackingDigest),
                Encoding.ASCII.GetBytes(MatterTracking.Digest(code)!)
            )
        )
            return matter;
        limits.CountWrongCode(http);
        return null;
    }
}
