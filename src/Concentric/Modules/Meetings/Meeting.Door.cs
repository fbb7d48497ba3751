using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concentric.Platform;
using Concentric.Platform.Audit;

namespace Concentric.Modules.Meetings;

public sealed partial class Meeting
{
    /// <summary>How long one code at the door is shown; the one before it is still taken.</summary>
    public static readonly TimeSpan DoorTurn = TimeSpan.FromMinutes(1);

    /// <summary>Signs the codes of this meeting's door. Made when the organiser first shows one.</summary>
    [NotInAudit]
    public byte[]? DoorKey { get; private set; }

    public Refusal? WhyNotShowDoor(DateTimeOffset now) => Attendance.WhyNotTake(this, now);

    public void OpenDoor(DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotShowDoor(now));
        DoorKey ??= RandomNumberGenerator.GetBytes(32);
    }

    /// <summary>The code to show now. It proves nothing but that somebody stood at the door within these minutes.</summary>
    /// <exception cref="InvalidOperationException">The door has not been opened.</exception>
    public string DoorCode(DateTimeOffset now) => Code(TurnOf(now));

    public Refusal? WhyNotArrive(string? code, DateTimeOffset now) =>
        Attendance.WhyNotTake(this, now)
        ?? (
            DoorKey is not null && (Same(code, Code(TurnOf(now))) || Same(code, Code(TurnOf(now) - 1)))
                ? null
                : new Refusal("DoorCodeOld")
        );

    private static long TurnOf(DateTimeOffset now) => now.UtcTicks / DoorTurn.Ticks;

    private string Code(long turn) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                DoorKey ?? throw new InvalidOperationException("The door has not been opened."),
                Encoding.ASCII.GetBytes(turn.ToString(CultureInfo.InvariantCulture))
            )
        )[..20];

    private static bool Same(string? given, string right) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));
}
