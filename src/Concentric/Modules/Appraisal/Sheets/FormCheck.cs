using System.Globalization;
using System.Text.RegularExpressions;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>Compares a text with the format: each key and value that is not as it should be, all at once.</summary>
internal sealed partial class FormCheck(List<SheetProblem> problems)
{
    internal void Look(SheetNode node, Form form, string name)
    {
        switch (form)
        {
            case MapForm map:
                if (Is(NodeKind.Map, node, name))
                    Fields(node, map, name);
                break;
            case DictionaryForm dictionary:
                if (Is(NodeKind.Map, node, name))
                    Values(node, dictionary, name);
                break;
            case ListForm { OrOne: true } list when node.Kind != NodeKind.List:
                Look(node, list.Of, name);
                break;
            case ListForm list:
                if (Is(NodeKind.List, node, name))
                    Elements(node, list, name);
                break;
            case EitherForm either:
                Look(node, Choose(node, either), name);
                break;
            default:
                if (Is(NodeKind.Scalar, node, name))
                    Scalar(node, form, name);
                break;
        }
    }

    internal static Form Choose(SheetNode node, EitherForm either) =>
        either switch
        {
            { Single: NumberForm, Larger: ChoiceForm } => Points.Parse(node.Value) is null ? either.Larger : either.Single,
            _ => node.Kind == NodeKind.Map ? either.Larger : either.Single,
        };

    private void Fields(SheetNode node, MapForm map, string name)
    {
        foreach (var entry in node.Entries)
        {
            if (Array.Find(map.Fields, one => one.Name == entry.Key) is { } field)
                Look(entry.Value, field.Form, field.Name);
            else if (ForbiddenMetrics.In(entry.Key) is { } metric)
                Report(entry.At, "Forbidden", entry.Key, metric);
            else
                Report(
                    entry.At,
                    Top("UnknownKey", map),
                    entry.Key,
                    name,
                    Nearest.To(entry.Key, map.Fields.Select(one => one.Name))
                );
        }

        foreach (var field in map.Fields.Where(field => field.Required && node[field.Name] is null))
            Report(node.At, Top("MissingKey", map), field.Name, name);
        foreach (var group in map.ExactlyOne)
        {
            if (group.Count(key => node[key] is not null) != 1)
                Report(node.At, "ExactlyOne", name, string.Join(", ", group));
        }

        if (map.NotBoth.Count(key => node[key] is not null) > 1)
            Report(node.At, "NotBoth", name, string.Join(", ", map.NotBoth));
    }

    /// <summary>The sheet itself has no name that stands in it: its keys are told in sentences of their own.</summary>
    private static string Top(string code, MapForm map) => map == SheetFormat.Sheet ? code + "AtTop" : code;

    private void Values(SheetNode node, DictionaryForm dictionary, string name)
    {
        foreach (var entry in node.Entries)
        {
            if (!Id().IsMatch(entry.Key))
                Report(entry.At, "BadId", entry.Key);
            Look(entry.Value, dictionary.Value, $"{name}.{Short(entry.Key)}");
        }
    }

    private void Elements(SheetNode node, ListForm list, string name)
    {
        if (node.Items.Count < list.Least)
            Report(node.At, "TooFew", name, $"{list.Least}");
        foreach (var item in node.Items)
            Look(item, list.Of, name);
    }

    private bool Is(NodeKind kind, SheetNode node, string name)
    {
        if (node.Kind == kind)
            return true;
        Report(node.At, "Expected" + kind, name);
        return false;
    }

    private void Scalar(SheetNode node, Form form, string name)
    {
        var value = node.Value;
        switch (form)
        {
            case NumberForm or WholeForm or FlagForm when node.IsQuoted:
                Report(node.At, "Quoted", value, name);
                break;
            case TextForm text when value.Trim().Length == 0 || value.Length > text.Longest || IsNothing(node):
                Report(node.At, "BadText", name, $"{text.Longest}");
                break;
            case IdForm when !Id().IsMatch(value) || IsNothing(node) || IsYesOrNo(node):
                Report(node.At, "BadId", value);
                break;
            case KindForm when !Kind().IsMatch(value):
                Report(node.At, "BadKind", value);
                break;
            case NumberForm number
                when Points.Parse(value)?.ToDecimal() is not { } points || points < number.Least || points > number.Most:
                Report(node.At, "BadNumber", value, name, Plain(number.Least), Plain(number.Most));
                break;
            case WholeForm whole when Whole(value) is not { } count || count < whole.Least || count > whole.Most:
                Report(node.At, "BadWhole", value, name, $"{whole.Least}", $"{whole.Most}");
                break;
            case FlagForm when value is not ("true" or "false"):
                Report(node.At, "BadFlag", value, name);
                break;
            case DateForm when Date(value) is null:
                Report(node.At, "BadDate", value, name);
                break;
            case ChoiceForm choice when !choice.Options.Contains(value):
                Report(node.At, "BadChoice", value, name, string.Join(", ", choice.Options));
                break;
        }
    }

    /// <summary><c>3</c> or <c>3.0</c>: what JSON Schema calls an integer.</summary>
    internal static int? Whole(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && decimal.IsInteger(number)
        && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>A day of a year that people live in: arithmetic with the ends of the calendar would leave it.</summary>
    internal static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and <= 2199
            ? day
            : null;

    private static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private void Report(SheetPosition at, string code, params string[] values) =>
        problems.Add(new(at, code, [Short(values[0]), .. values.Skip(1)]));

    /// <summary>What somebody wrote, no longer than a sentence bears.</summary>
    private static string Short(string written) => written.Length > 80 ? written[..80] + "…" : written;

    private static bool IsNothing(SheetNode node) => !node.IsQuoted && node.Value is "null" or "Null" or "NULL" or "~";

    private static bool IsYesOrNo(SheetNode node) => !node.IsQuoted && node.Value is "true" or "false";

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,59}\z", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\.[a-z][a-z0-9-]{0,59}\z", RegexOptions.None, 1000)]
    private static partial Regex Kind();
}
