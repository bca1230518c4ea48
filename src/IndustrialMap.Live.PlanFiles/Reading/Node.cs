namespace IndustrialMap.Live.PlanFiles.Reading;

internal enum NodeKind { Object, List, String, Number, True, False, Null }

/// <summary>A value of the file with its place in it.</summary>
/// <param name="at">The byte it starts at.</param>
/// <param name="name">Its name, if it is a field of an object.</param>
/// <param name="nameAt">The byte the name starts at.</param>
internal sealed class Node(NodeKind kind, int at, Node? parent, string? name, int nameAt)
{
    private static readonly List<Node> None = [];

    private readonly int index = parent?.Children.Count ?? 0;

    public NodeKind Kind => kind;
    public int ByteOffset => at;
    public Node? Parent => parent;
    public string? Name => name;
    public int NameByteOffset => nameAt;

    /// <summary>Fields of an object, entries of a list, in the order of the file.</summary>
    public List<Node> Children { get; } = kind is NodeKind.Object or NodeKind.List ? [] : None;

    /// <summary>A string without its escapes; a number as it is written.</summary>
    public string Value { get; init; } = "";

    /// <summary>The string held half of a character; <see cref="Value"/> has a replacement character for it.</summary>
    public bool HasLoneSurrogate { get; init; }

    /// <summary>Reading stopped inside it: what it lacks may have been there.</summary>
    public bool IsIncomplete { get; set; }

    public string JsonPath => parent is null ? ""
        : name is null ? $"{parent.JsonPath}[{index}]"
        : parent.JsonPath == "" ? ErrorList.Clip(name)
        : $"{parent.JsonPath}.{ErrorList.Clip(name)}";

    /// <summary>The first field of that name; null if there is none.</summary>
    public Node? Find(string field) => Children.Find(child => child.Name == field);
}
