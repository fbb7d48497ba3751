using System.Xml;

namespace Concentric.Rules.Formats;

/// <summary>Text as XML can carry it.</summary>
public static class XmlText
{
    /// <summary>Without the few characters that XML forbids even in escaped form; halves of pairs that stand alone go too.</summary>
    public static string Valid(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsValid(text, at))
                return string.Concat(text.Where((_, place) => IsValid(text, place)));
        }

        return text;
    }

    private static bool IsValid(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) ? at > 0 && char.IsHighSurrogate(text[at - 1])
        : XmlConvert.IsXmlChar(text[at]);
}
