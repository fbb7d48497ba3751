using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>A sum in words, and the sealed paper that knows its answer.</summary>
/// <param name="Question">In the reader's language, to be read or heard.</param>
/// <param name="Paper">Comes back with the answer. A browser with a script may work on it instead (<see cref="IntakePuzzle.WorkBits"/>).</param>
public sealed record Puzzle(string Question, string Paper);

/// <summary>
/// 验证: what goes before a matter when very many came from one address. A sum in words, which needs neither eyes nor script nor anybody
/// else's server; or, where a script runs, some seconds of the browser's work in its place. Nothing about the person is kept: a paper is
/// sealed, good for half an hour and for one matter.
/// </summary>
public sealed class IntakePuzzle(
    IDataProtectionProvider protection,
    CurrentCommittee committee,
    UsedPuzzles used,
    IStringLocalizer<ConsultationTexts> text
)
{
    /// <summary>How many zero bits SHA-256 of paper, colon and number must begin with: some 30,000 tries.</summary>
    public const int WorkBits = 15;

    private const int Least = 2;
    private const int Most = 9;
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(30);

    private ITimeLimitedDataProtector Protector =>
        protection.CreateProtector("matter puzzle", committee.Id.ToString()).ToTimeLimitedDataProtector();

    public Puzzle New()
    {
        var (first, second) = (RandomNumberGenerator.GetInt32(Least, Most + 1), RandomNumberGenerator.GetInt32(Least, Most + 1));
        var paper = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))} {first + second}";
        return new Puzzle(text["Puzzle.Question", Word(first), Word(second)], Protector.Protect(paper, Good));
    }

    /// <summary>Whether the answer, or the work, is right. A right one uses the paper up.</summary>
    public bool Solves(string? paper, string? answer, string? work)
    {
        if (Open(paper) is not [{ } name, { } sum])
            return false;
        var right = IsWorked(paper!, work) || IsAnswered(answer, int.Parse(sum, CultureInfo.InvariantCulture));
        return right && used.Use(name, Good);
    }

    private static bool IsWorked(string paper, string? work)
    {
        if (work is not { Length: > 0 and <= 12 } || !work.All(char.IsAsciiDigit))
            return false;
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{paper}:{work}"));
        return BitOperations.LeadingZeroCount((uint)((hash[0] << 24) | (hash[1] << 16) | (hash[2] << 8) | hash[3])) >= WorkBits;
    }

    private bool IsAnswered(string? answer, int sum)
    {
        var typed = TypedText.HalfWidth(answer ?? "").Trim().TrimEnd('.');
        return typed == sum.ToString(CultureInfo.InvariantCulture)
            || string.Equals(typed, Word(sum), StringComparison.OrdinalIgnoreCase);
    }

    private string Word(int number) => text["Puzzle.Number." + number.ToString(CultureInfo.InvariantCulture)];

    private string[]? Open(string? paper)
    {
        if (string.IsNullOrEmpty(paper))
            return null;
        try
        {
            return Protector.Unprotect(paper).Split(' ');
        }
        catch (CryptographicException)
        {
            // Too old, somebody else's or made up.
            return null;
        }
    }
}

/// <summary>Remembers, in this process and for as long as they would be good, the papers that were used.</summary>
public sealed class UsedPuzzles(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    /// <summary>False when it was used before.</summary>
    internal bool Use(string paper, TimeSpan good)
    {
        var now = time.GetUtcNow();
        foreach (var (old, until) in used)
        {
            if (until < now)
                used.TryRemove(old, out _);
        }

        return used.TryAdd(paper, now + good);
    }
}
