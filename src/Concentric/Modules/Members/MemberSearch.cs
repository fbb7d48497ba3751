using Concentric.Platform.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>Finds members as people type: 张伟, 张, zw, zhangwei, zhang wei, or part of the unit.</summary>
internal static class MemberSearch
{
    internal static IQueryable<Membership> Matching(IQueryable<Membership> seats, string? typed)
    {
        var text = TypedText.HalfWidth(typed ?? "").Trim();
        if (text.Length == 0)
            return seats;
        if (text.Length > 60)
            text = text[..60];
        var part = "%" + Escaped(text) + "%";
        if (!text.All(c => char.IsAscii(c)))
        {
            return seats.Where(seat =>
                EF.Functions.Like(seat.Person.Name, part, "\\") || EF.Functions.Like(seat.Person.Unit!, part, "\\")
            );
        }

        var plain = text.ToLowerInvariant();
        var start = Escaped(plain) + "%";
        var spelling = Escaped(plain.Replace(" ", "", StringComparison.Ordinal)) + "%";
        return seats.Where(seat =>
            EF.Functions.Like(seat.Person.Initials, start, "\\")
            || EF.Functions.Like(seat.Person.Pinyin.Replace(" ", ""), spelling, "\\")
            || EF.Functions.Like(seat.Person.Name, part, "\\")
            || EF.Functions.Like(seat.Person.Unit!, part, "\\")
        );
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
