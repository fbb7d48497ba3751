using System.Security.Cryptography;
using System.Text;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// 查询码 (tracking code): 128 random bits, by which whoever sent a matter follows it without an account. Written in the 32 signs of
/// Crockford's alphabet, which has no sign that is read for another, in groups. Only a digest is kept, so the rows give no code away,
/// and looking one up takes the same time whatever was guessed.
/// </summary>
public static class MatterTracking
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Bytes = 16;
    private const int Length = 26;
    private const int Group = 5;

    /// <summary>A new code, as people are given it: <c>7K3QM-…</c>.</summary>
    public static string NewCode() => Write(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a code; null when what was typed cannot be one.</summary>
    public static string? Digest(string? typed) =>
        Tidy(typed) is { } code ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))) : null;

    /// <summary>The code in its groups; null when what was typed cannot be one.</summary>
    public static string? Grouped(string? typed) =>
        Tidy(typed) is { } code ? string.Join('-', code.Chunk(Group).Select(part => new string(part))) : null;

    private static string Write(ReadOnlySpan<byte> bytes)
    {
        var number = new UInt128(BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes[8..]));
        var signs = new char[Length];
        for (var at = Length - 1; at >= 0; at--, number >>= 5)
            signs[at] = Signs[(int)(number & 31)];
        return Grouped(new string(signs))!;
    }

    /// <summary>Small letters, spaces and hyphens, and the signs that look alike, are forgiven.</summary>
    private static string? Tidy(string? typed)
    {
        if (typed is null || typed.Length > 3 * Length)
            return null;
        var tidy = new StringBuilder(Length);
        foreach (var sign in typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            var read = sign switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                _ => sign,
            };
            if (Signs.Contains(read))
                tidy.Append(read);
            else if (read is not ('-' or ' '))
                return null;
        }

        return tidy.Length == Length ? tidy.ToString() : null;
    }
}
