using System.Buffers;
using System.Globalization;
using System.Text;

namespace Concentric.Rules.Facts;

/// <summary>
/// JSON in the canonical form of RFC 8785 (JCS), for the values that a fact holds: strings, whole numbers, nulls and
/// flat objects of these. Members are sorted by UTF-16 code units, nothing is escaped but what must be, and there is
/// no white space, so that the same fact has the same bytes everywhere.
/// </summary>
public static class CanonicalJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([
        '"',
        '\\',
        .. Enumerable.Range(0, ' ').Select(code => (char)code),
    ]);

    /// <summary>The canonical UTF-8 bytes of an object.</summary>
    /// <exception cref="ArgumentException">A value is not a string, a whole number, null or such an object.</exception>
    public static byte[] Serialize(IReadOnlyDictionary<string, object?> members)
    {
        var text = new StringBuilder(800);
        WriteObject(text, members);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteObject(StringBuilder text, IReadOnlyDictionary<string, object?> members)
    {
        text.Append('{');
        var first = true;
        foreach (var name in members.Keys.Order(StringComparer.Ordinal))
        {
            if (!first)
                text.Append(',');
            first = false;
            WriteString(text, name);
            text.Append(':');
            WriteValue(text, members[name]);
        }

        text.Append('}');
    }

    private static void WriteValue(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string words:
                WriteString(text, words);
                break;
            case int or long:
                text.Append(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, string> strings:
                WriteStrings(text, strings);
                break;
            default:
                throw new ArgumentException($"A fact cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteStrings(StringBuilder text, IReadOnlyDictionary<string, string> strings)
    {
        if (strings.Count == 0)
            text.Append("{}");
        else
            WriteObject(text, strings.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal));
    }

    private static void WriteString(StringBuilder text, string words)
    {
        // Nearly every string of a fact is an id or a word without such a character.
        if (!words.AsSpan().ContainsAny(Escaped))
        {
            text.Append('"').Append(words).Append('"');
            return;
        }

        text.Append('"');
        foreach (var character in words)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
