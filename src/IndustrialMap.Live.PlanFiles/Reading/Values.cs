using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IndustrialMap.Live.Domain;
using NodaTime;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>
/// Reads single values. Each takes null for a value that is not there, and gives null for one that is wrong: the error
/// is then in the list, so that no script is made of it.
/// </summary>
internal sealed partial class Values(ErrorList errors)
{
    private static readonly ImmutableHashSet<string> Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)\z", RegexOptions.ECMAScript)]
    private static partial Regex TimePattern();

    /// <param name="expected">What to say that is expected, where more than the one kind may stand.</param>
    public static bool Is(Node? node, NodeKind kind, ErrorList errors, string? expected = null)
    {
        if (node is null) return false;
        if (node.Kind != kind) errors.Add(node, ScriptErrorCode.WrongType, ("expected", expected ?? Name(kind)), ("found", Name(node.Kind)));
        return node.Kind == kind;
    }

    public string? Format(Node? node) => Checked(node, ScriptErrorCode.WrongFormat, text => text == ScriptLimits.Format, ("expected", ScriptLimits.Format));

    public string? Id(Node? node) => Checked(node, ScriptErrorCode.BadId, text => IdPattern().IsMatch(text));

    public string? TimeZone(Node? node) =>
        node is null ? null : Checked(node, ScriptErrorCode.BadTimeZone, Zones.Contains, ("nearest", Zones.Contains(node.Value) ? "" : Nearest.To(node.Value, Zones)));

    public DateOnly? Date(Node? node) => Checked(node, ScriptErrorCode.BadDate, text => ParseDate(text) is not null) is { } text ? ParseDate(text) : null;

    public DateTimeOffset? Time(Node? node) => Checked(node, ScriptErrorCode.BadTime, text => ParseTime(text) is not null) is { } text ? ParseTime(text) : null;

    public bool? Flag(Node? node)
    {
        if (node is { Kind: NodeKind.True or NodeKind.False }) return node.Kind == NodeKind.True;
        Is(node, NodeKind.True, errors);
        return null;
    }

    public T? Choice<T>(Node? node) where T : struct, Enum
    {
        var text = Choice(node, Words<T>.All);
        return text is null ? null : Words<T>.Value(text);
    }

    public string? Choice(Node? node, IReadOnlyCollection<string> allowed) => node is null ? null
        : Checked(node, ScriptErrorCode.UnknownValue, allowed.Contains, ("nearest", Nearest.To(node.Value, allowed)), ("allowed", string.Join(", ", allowed)));

    /// <summary>A name in one or more languages; a plain string is English.</summary>
    public Text? Text(Node? node)
    {
        if (node is { Kind: NodeKind.String }) return new(En: Line(node, ScriptLimits.LongestText));
        if (!Is(node, NodeKind.Object, errors, "text") || Fields.Of(node, errors, "en", "ru", "kk") is not { } fields) return null;
        var text = new Text(Language("en"), Language("ru"), Language("kk"));
        if (!node!.Cut && node.Children.All(child => child.Kind == NodeKind.Null)) errors.Add(node, ScriptErrorCode.NoLanguage);
        return text;

        string? Language(string name) => Line(fields.Optional(name), ScriptLimits.LongestText);
    }

    /// <summary>One line of text.</summary>
    public string? Line(Node? node, int longest)
    {
        if (!Is(node, NodeKind.String, errors)) return null;
        var text = node!.Value;
        var length = text.EnumerateRunes().Count();
        if (node.HalfCharacter) errors.Add(node, ScriptErrorCode.LoneSurrogate);
        if (string.IsNullOrWhiteSpace(text)) errors.Add(node, ScriptErrorCode.TextEmpty);
        if (length > longest) errors.Add(node, ScriptErrorCode.TextTooLong, ("limit", $"{longest}"), ("length", $"{length}"));
        var forbidden = text.FirstOrDefault(Forbidden.Is, '\uFFFF');
        if (forbidden != '\uFFFF') errors.Add(node, ScriptErrorCode.ForbiddenCharacter, ("character", $"U+{(int)forbidden:X4}"));
        return text;
    }

    private string? Checked(Node? node, ScriptErrorCode code, Func<string, bool> holds, params ReadOnlySpan<(string, string)> args)
    {
        if (!Is(node, NodeKind.String, errors)) return null;
        if (holds(node!.Value)) return node.Value;
        errors.Add(node, code, [("found", node.Value), .. args]);
        return null;
    }

    private static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= ScriptLimits.FirstYear and <= ScriptLimits.LastYear ? date : null;

    private static DateTimeOffset? ParseTime(string text) =>
        TimePattern().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time.Year is >= ScriptLimits.FirstYear and <= ScriptLimits.LastYear ? time : null;

    private static string Name(NodeKind kind) => kind switch
    {
        NodeKind.True or NodeKind.False => "boolean",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
