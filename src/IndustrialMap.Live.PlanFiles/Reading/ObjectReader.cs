namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>The fields of one object, checked against the names it may have.</summary>
internal sealed class ObjectReader
{
    private readonly Node node;
    private readonly ErrorList errors;

    private ObjectReader(Node node, ErrorList errors, string[] known, string[] newer)
    {
        this.node = node;
        this.errors = errors;
        var seen = new HashSet<string>();
        foreach (var field in node.Children)
        {
            var name = field.Name!;
            if (newer.Contains(name))
            {
                errors.Add(field.NameByteOffset, field.JsonPath, PlanErrorCode.FieldOfNewerFormat, ("field", name), ("format", PlanFormat.NameOf(2)));
            }
            else if (!known.Contains(name))
            {
                errors.Add(field.NameByteOffset, field.JsonPath, PlanErrorCode.UnknownField,
                    ("field", name), ("nearest", SpellingSuggester.Suggest(name, known)), ("known", string.Join(", ", known)));
            }
            else if (!seen.Add(name)) errors.Add(field.NameByteOffset, field.JsonPath, PlanErrorCode.DuplicateField, ("field", name));
        }
    }

    /// <summary>Null if there is no value, or if it is not an object (that is then an error).</summary>
    public static ObjectReader? Read(Node? node, ErrorList errors, params string[] known) =>
        ValueReader.Is(node, NodeKind.Object, errors) ? new(node!, errors, known, []) : null;

    /// <param name="version">Of the format that the file is written in.</param>
    /// <param name="since2">The fields that came with version 2.</param>
    public static ObjectReader? Read(Node? node, ErrorList errors, int version, string[] known, string[] since2) =>
        !ValueReader.Is(node, NodeKind.Object, errors) ? null
        : version >= 2 ? new(node!, errors, [.. known, .. since2], [])
        : new(node!, errors, known, since2);

    public Node Node => node;

    /// <summary>The value as it stands, also when it is null; null if the field is not there.</summary>
    public Node? Raw(string name) => node.Find(name);

    /// <summary>A field that may be left out, or be null, which is the same.</summary>
    public Node? Optional(string name) => Raw(name) is { Kind: not NodeKind.Null } value ? value : null;

    public Node? Required(string name)
    {
        var value = Raw(name);
        if (value is null && !node.IsIncomplete)
        {
            errors.Add(node.ByteOffset, node.JsonPath == "" ? name : $"{node.JsonPath}.{name}", PlanErrorCode.MissingField, ("field", name));
        }
        return value;
    }
}
