using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Concentric.Rules.Formats.Open311;

/// <summary>
/// A part of a GeoReport answer, written once and given out in two forms: as XML, and as JSON by the Spark convention, where a container
/// becomes a bare array, also with one child, and an empty element becomes null.
/// </summary>
/// <param name="Name">The element; also the key in JSON.</param>
public abstract record SparkPart(string Name)
{
    /// <summary>As people write it, Han and the plus of a moment too: what is sent is never part of a page.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>XML in UTF-8 with its declaration, without namespaces.</summary>
    public byte[] ToXml()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            WriteXml(xml);
        return bytes.ToArray();
    }

    /// <summary>JSON in UTF-8, without a wrapper.</summary>
    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json))
            WriteJson(json);
        return bytes.ToArray();
    }

    internal abstract void WriteXml(XmlWriter xml);

    internal abstract void WriteJson(Utf8JsonWriter json);
}

/// <summary>A value: text, a number, true or false, or nothing.</summary>
public sealed record SparkValue(string Name, object? Value) : SparkPart(Name)
{
    internal override void WriteXml(XmlWriter xml) =>
        xml.WriteElementString(
            Name,
            Value switch
            {
                null => "",
                bool truth => truth ? "true" : "false",
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => XmlText.Valid(Value.ToString()!),
            }
        );

    internal override void WriteJson(Utf8JsonWriter json)
    {
        switch (Value)
        {
            case null or "":
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(XmlText.Valid(Value.ToString()!));
                break;
        }
    }
}

/// <summary>Named parts: an element with children, an object in JSON.</summary>
public sealed record SparkRecord(string Name, params IReadOnlyList<SparkPart> Parts) : SparkPart(Name)
{
    internal override void WriteXml(XmlWriter xml)
    {
        xml.WriteStartElement(Name);
        foreach (var part in Parts)
            part.WriteXml(xml);
        xml.WriteEndElement();
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var part in Parts)
        {
            json.WritePropertyName(part.Name);
            part.WriteJson(json);
        }

        json.WriteEndObject();
    }
}

/// <summary>Parts of one kind: a container in XML, a bare array in JSON.</summary>
public sealed record SparkList(string Name, IEnumerable<SparkPart> Items) : SparkPart(Name)
{
    internal override void WriteXml(XmlWriter xml)
    {
        xml.WriteStartElement(Name);
        foreach (var item in Items)
            item.WriteXml(xml);
        xml.WriteEndElement();
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in Items)
            item.WriteJson(json);
        json.WriteEndArray();
    }
}
