using System.Text;
using System.Text.Json;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>From UTF-8 to nodes. Comments and trailing commas are errors, but reading goes on behind them.</summary>
internal ref struct NodeParser
{
    private readonly ReadOnlySpan<byte> json;
    private readonly ErrorList errors;
    private Utf8JsonReader reader;
    private Node? root, open;
    private string? name;
    private int nameAt, count, comma;

    private const int NoComma = -1;

    private NodeParser(ReadOnlySpan<byte> json, ErrorList errors)
    {
        this.json = json;
        this.errors = errors;
        // Depth is limited below, so that what is too deep can be passed over.
        reader = new(json, new() { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true, MaxDepth = int.MaxValue });
    }

    /// <returns>As much as could be read; null if not even the first value could.</returns>
    public static Node? Parse(ReadOnlySpan<byte> json, ErrorList errors)
    {
        var parser = new NodeParser(json, errors);
        try
        {
            parser.Run();
        }
        catch (JsonException stop)
        {
            // The one exception of reading: Utf8JsonReader has no other way to say that the syntax is wrong.
            parser.Stop(stop);
        }
        return parser.root;
    }

    private void Run()
    {
        comma = NoComma;
        for (var end = 0; reader.Read(); end = (int)reader.BytesConsumed)
        {
            var at = (int)reader.TokenStartIndex;
            var gap = json[Math.Min(end, at)..at].IndexOf((byte)',');
            if (gap >= 0) comma = end + gap;
            if (reader.TokenType == JsonTokenType.Comment)
            {
                errors.Add(at, open?.JsonPath ?? "", PlanErrorCode.Comment);
                continue;
            }
            if (!Take(at)) return;
            comma = NoComma;
        }
    }

    private bool Take(int at)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                if (comma != NoComma) errors.Add(comma, open!.JsonPath, PlanErrorCode.TrailingComma);
                open = open!.Parent;
                return true;
            case JsonTokenType.PropertyName:
                (name, _) = Content();
                nameAt = at;
                return true;
            default:
                return TakeValue(at);
        }
    }

    private bool TakeValue(int at)
    {
        var node = Value(at);
        if (open is null) root = node;
        else open.Children.Add(node);
        name = null;
        if (++count > PlanLimits.MaxValues)
        {
            errors.Add(node.ByteOffset, "", PlanErrorCode.TooManyValues, ("limit", $"{PlanLimits.MaxValues}"));
            MarkIncomplete();
            return false;
        }
        if (node.Kind is not (NodeKind.Object or NodeKind.List)) return true;
        if (reader.CurrentDepth >= PlanLimits.MaxDepth)
        {
            errors.Add(node, PlanErrorCode.TooDeep, ("limit", $"{PlanLimits.MaxDepth}"));
            node.IsIncomplete = true;
            reader.Skip();
        }
        else open = node;
        return true;
    }

    private readonly Node Value(int at)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: return Node(NodeKind.Object, at);
            case JsonTokenType.StartArray: return Node(NodeKind.List, at);
            case JsonTokenType.True: return Node(NodeKind.True, at);
            case JsonTokenType.False: return Node(NodeKind.False, at);
            case JsonTokenType.Null: return Node(NodeKind.Null, at);
            case JsonTokenType.Number:
                return new(NodeKind.Number, at, open, name, nameAt) { Value = Encoding.ASCII.GetString(reader.ValueSpan) };
            default:
                var (text, half) = Content();
                return new(NodeKind.String, at, open, name, nameAt) { Value = text, HasLoneSurrogate = half };
        }
    }

    private readonly Node Node(NodeKind kind, int at) => new(kind, at, open, name, nameAt);

    private readonly (string Text, bool HalfCharacter) Content() =>
        reader.ValueIsEscaped ? JsonUnescape.Decode(reader.ValueSpan) : (Encoding.UTF8.GetString(reader.ValueSpan), false);

    private readonly void Stop(JsonException stop)
    {
        var at = LineStart(stop.LineNumber ?? 0) + (int)(stop.BytePositionInLine ?? 0);
        // Where the value would have been that could not be read.
        var where = open is null ? "" : open.Kind == NodeKind.Object && name is null ? open.JsonPath : Node(NodeKind.Null, at).JsonPath;
        if (at >= json.Length) errors.Add(json.Length, where, PlanErrorCode.UnexpectedEnd);
        else errors.Add(at, where, PlanErrorCode.InvalidJson, ("found", Found(json[at..])));
        MarkIncomplete();
    }

    private readonly int LineStart(long line)
    {
        var at = 0;
        for (; line > 0 && json[at..].IndexOf((byte)'\n') is >= 0 and var length; line--) at += length + 1;
        return at;
    }

    private static string Found(ReadOnlySpan<byte> rest)
    {
        Rune.DecodeFromUtf8(rest, out var rune, out _);
        return Rune.IsControl(rune) ? $"U+{rune.Value:X4}" : rune.ToString();
    }

    private readonly void MarkIncomplete()
    {
        for (var node = open; node is not null; node = node.Parent) node.IsIncomplete = true;
    }
}
