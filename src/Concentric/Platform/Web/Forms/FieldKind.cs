using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Concentric.Platform.Web.Forms;

/// <summary>Which input fits a type, and how a value stands in it.</summary>
internal static class FieldKind
{
    public static string Of(ModelMetadata metadata, bool hasItems)
    {
        var type = metadata.UnderlyingOrModelType;
        if (typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type))
            return "file";
        if (hasItems)
            return metadata.IsEnumerableType ? "checkboxes" : "select";
        if (type == typeof(bool))
            return "checkbox";
        if (type == typeof(DateOnly))
            return "date";
        if (type == typeof(TimeOnly))
            return "time";
        if (Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum)
            return "number";
        return metadata.DataTypeName switch
        {
            "Password" => "password",
            "EmailAddress" => "email",
            "PhoneNumber" => "tel",
            "Url" => "url",
            "MultilineText" => "textarea",
            _ => "text",
        };
    }

    /// <summary>A value as it stands in an input.</summary>
    public static IReadOnlyList<string> Write(object? value) =>
        value switch
        {
            null => [],
            string text => [text],
            // The first day of the calendar is what a new model holds, never what somebody means.
            DateOnly day when day == default => [],
            DateOnly day => [DisplayFormat.ShortDate(day)],
            TimeOnly time => [DisplayFormat.Time(time)],
            bool yes => [yes ? "true" : "false"],
            decimal number => [number.ToString("0.############", CultureInfo.InvariantCulture)],
            System.Collections.IEnumerable many => [.. many.Cast<object?>().SelectMany(Write)],
            IFormattable formattable => [formattable.ToString(null, CultureInfo.InvariantCulture)],
            _ => [value.ToString() ?? ""],
        };

    /// <summary>What was typed and sent, also where it could not be bound.</summary>
    public static IReadOnlyList<string> WriteRaw(ModelStateEntry state) =>
        state.RawValue switch
        {
            string[] many => many,
            { } one => Write(one),
            null => [],
        };
}
