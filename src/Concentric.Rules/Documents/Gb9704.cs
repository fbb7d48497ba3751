namespace Concentric.Rules.Documents;

/// <summary>
/// The measures of GB/T 9704-2012 党政机关公文格式, in twips (1/1440 inch) unless said otherwise. The character grid is
/// 22 lines of 28 characters that fill the type area of 156 × 225 mm exactly (5.2.2).
/// </summary>
public static class Gb9704
{
    /// <summary>A4, 210 × 297 mm (5.1).</summary>
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;

    /// <summary>天头 37 mm, 订口 28 mm; what is left of the page beside the type area is right and bottom (5.2.1).</summary>
    public const int Top = 2098;
    public const int Left = 1587;
    public const int Right = 1474;
    public const int Bottom = 1984;

    /// <summary>版心 156 mm wide.</summary>
    public const int TypeAreaWidth = PageWidth - Left - Right;

    /// <summary>Lines on a page and characters in a line (5.2.3).</summary>
    public const int Lines = 22;
    public const int Characters = 28;

    /// <summary>Characters in a line of the title, which is set in 2号: 156 mm / 22 pt.</summary>
    public const int TitleCharacters = 20;

    /// <summary>225 mm / 22 = 28.95 pt: twenty-two lines fill the page, which the habitual 28 pt does not.</summary>
    public const int LinePitch = 579;

    /// <summary>What a 3号 character gives up so that twenty-eight fill 156 mm, in 1/4096 pt: (15.793 − 16) × 4096.</summary>
    public const int CharacterSpace = -848;

    /// <summary>
    /// Four tenths of a point taken from each 3号 character, so that twenty-eight fill the line also where the program does
    /// not keep the character grid.
    /// </summary>
    public const int CharacterTightening = -8;

    /// <summary>One character's pitch: 156 mm / 28.</summary>
    public const double CharacterPitch = (double)TypeAreaWidth / Characters;

    /// <summary>Upper edge of the issuer's mark: 35 mm below the top of the type area (7.2.4).</summary>
    public const int MarkBelowTop = 1984;

    /// <summary>Red line 4 mm below the document number (7.2.7), in points.</summary>
    public const int RedLineSpace = 11;

    /// <summary>The page number's line stands 7 mm below the type area (7.5); the footer's distance from the paper's edge.</summary>
    public const int FooterDistance = 1417;

    /// <summary>Width of some characters on the grid, in twips.</summary>
    public static int Wide(double characters) => (int)Math.Round(characters * CharacterPitch, MidpointRounding.AwayFromZero);
}

/// <summary>字号 in half points, as documents are described.</summary>
public static class CharacterSize
{
    /// <summary>2号, 22 pt: the title.</summary>
    public const int Two = 44;

    /// <summary>3号, 16 pt: the text.</summary>
    public const int Three = 32;

    /// <summary>4号, 14 pt: page numbers and imprint.</summary>
    public const int Four = 28;
}

/// <summary>The official fonts, by the names under which Chinese offices have them installed.</summary>
public static class OfficialFont
{
    /// <summary>小标宋: mark and title.</summary>
    public const string Title = "方正小标宋简体";

    /// <summary>仿宋: the text.</summary>
    public const string Text = "仿宋_GB2312";

    /// <summary>楷体: second level.</summary>
    public const string SecondLevel = "楷体_GB2312";

    /// <summary>黑体: first level.</summary>
    public const string FirstLevel = "黑体";

    /// <summary>宋体: page numbers.</summary>
    public const string PageNumber = "宋体";
}

/// <summary>The words and marks that the norm itself prescribes; they are not translated.</summary>
public static class PrescribedWord
{
    /// <summary>After a label and after the main recipient.</summary>
    public const string Colon = "：";
    public const string Attachment = "附件";
    public const string CopyTo = "抄送";
    public const string Printed = "印发";
    public const string FullStop = "。";
    public const string OpenBracket = "（";
    public const string CloseBracket = "）";

    /// <summary>An empty character of the grid.</summary>
    public const string Blank = "\u3000";
}
