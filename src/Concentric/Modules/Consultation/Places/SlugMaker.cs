using Concentric.Platform;

namespace Concentric.Modules.Consultation.Places;

/// <summary>Makes short addresses from names by their spelling; one that is taken gets a number.</summary>
public sealed class SlugMaker(Pinyin pinyin, IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = [.. taken, "new", "import"];

    /// <summary>Takes a typed one; false when somebody has it.</summary>
    public bool Take(string slug) => taken.Add(slug);

    public string For(string name)
    {
        var spelled = string.Concat(
            pinyin.Of(name).Spelling.ToLowerInvariant().Where(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign))
        );
        var start = spelled.Length == 0 ? "place" : spelled[..Math.Min(spelled.Length, Place.LongestSlug - 4)];
        var slug = start;
        for (var number = 2; !taken.Add(slug); number++)
            slug = FormattableString.Invariant($"{start}-{number}");
        return slug;
    }
}
