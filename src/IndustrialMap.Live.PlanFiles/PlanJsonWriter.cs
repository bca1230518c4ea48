using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>How the parts that occur in many places of a file are written.</summary>
internal static class PlanJsonWriter
{
    // Relaxed, because + and & need no escape in a file; it is never put into a page as it is.
    public static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions OneLine = Indented with { Indented = false };

    public static void WriteText(this Utf8JsonWriter json, string name, Text? text)
    {
        if (text is null) return;
        json.WriteOneLine(name, line =>
        {
            if (text.En is not null) line.WriteString("en", text.En);
            if (text.Ru is not null) line.WriteString("ru", text.Ru);
            if (text.Kk is not null) line.WriteString("kk", text.Kk);
        });
    }

    public static void WriteFigure(this Utf8JsonWriter json, string name, Figure? figure)
    {
        if (figure is null) json.WriteNull(name);
        else json.WriteOneLine(name, line =>
        {
            line.WriteNumber("value", figure.Value);
            line.WriteString("qualifier", EnumNames<Qualifier>.Of(figure.Qualifier));
        });
    }

    public static void WriteSector(this Utf8JsonWriter json, string? sector, Basis basis)
    {
        if (sector is not null) json.WriteString("sector", sector);
        json.WriteUnlessStated("sectorBasis", basis);
    }

    public static void WriteUnlessStated(this Utf8JsonWriter json, string name, Basis basis)
    {
        if (basis != Basis.Stated) json.WriteString(name, EnumNames<Basis>.Of(basis));
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } stated) json.WriteNumber(name, stated);
    }

    public static void WriteList<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write, bool evenIfEmpty = false)
    {
        if (items.IsEmpty && !evenIfEmpty) return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, ImmutableArray<string> strings)
    {
        if (strings.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (var one in strings) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    /// <summary>A small object on a line of its own, so that a file can be read and compared line by line.</summary>
    private static void WriteOneLine(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var line = new Utf8JsonWriter(bytes, OneLine))
        {
            line.WriteStartObject();
            write(line);
            line.WriteEndObject();
        }
        json.WritePropertyName(name);
        json.WriteRawValue(bytes.WrittenSpan, skipInputValidation: true);
    }
}
