using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IndustrialMap.Live.Domain;
using NodaTime;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>
/// Reads single values. Each takes null for a value that is not there, and gives null for one that is wrong: the error
/// is then in the list, so that no plan is made of it.
/// </summary>
internal sealed partial class ValueReader(ErrorList errors)
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
        if (node.Kind != kind) errors.Add(node, PlanErrorCode.WrongType, ("expected", expected ?? Name(kind)), ("found", Name(node.Kind)));
        return node.Kind == kind;
    }

    /// <summary>The version that the file says it is written in. Where it says none there is, it is read as the newest.</summary>
    public int Format(Node? node) =>
        Checked(node, PlanErrorCode.WrongFormat, text => PlanFormat.VersionOf(text) is not null, ("expected", string.Join(", ", PlanFormat.Names))) is { } name
            ? PlanFormat.VersionOf(name)!.Value
            : PlanFormat.Newest;

    public string? Id(Node? node) => Checked(node, PlanErrorCode.BadId, text => IdPattern().IsMatch(text));

    public string? TimeZone(Node? node) =>
        node is null ? null : Checked(node, PlanErrorCode.BadTimeZone, Zones.Contains, ("nearest", Zones.Contains(node.Value) ? "" : SpellingSuggester.Suggest(node.Value, Zones)));

    public DateOnly? Date(Node? node) => Checked(node, PlanErrorCode.BadDate, text => ParseDate(text) is not null) is { } text ? ParseDate(text) : null;

    public DateTimeOffset? Time(Node? node) => Checked(node, PlanErrorCode.BadTime, text => ParseTime(text) is not null) is { } text ? ParseTime(text) : null;

    public TimeOnly? TimeOfDay(Node? node) =>
        Checked(node, PlanErrorCode.BadTimeOfDay, text => ParseTimeOfDay(text) is not null) is { } text ? ParseTimeOfDay(text) : null;

    public bool? Flag(Node? node)
    {
        if (node is { Kind: NodeKind.True or NodeKind.False }) return node.Kind == NodeKind.True;
        Is(node, NodeKind.True, errors);
        return null;
    }

    public T? Choice<T>(Node? node) where T : struct, Enum
    {
        var text = Choice(node, EnumNames<T>.All);
        return text is null ? null : EnumNames<T>.Value(text);
    }

    public string? Choice(Node? node, IReadOnlyCollection<string> allowed) => node is null ? null
        : Checked(node, PlanErrorCode.UnknownValue, allowed.Contains, ("nearest", SpellingSuggester.Suggest(node.Value, allowed)), ("allowed", string.Join(", ", allowed)));

    /// <summary>A name in one or more languages; a plain string is English.</summary>
    public Text? Text(Node? node)
    {
        if (node is { Kind: NodeKind.String }) return new(En: Line(node, PlanLimits.MaxTextLength));
        if (!Is(node, NodeKind.Object, errors, "text") || ObjectReader.Read(node, errors, "en", "ru", "kk") is not { } fields) return null;
        var text = new Text(Language("en"), Language("ru"), Language("kk"));
        if (!node!.IsIncomplete && node.Children.All(child => child.Kind == NodeKind.Null)) errors.Add(node, PlanErrorCode.NoLanguage);
        return text;

        string? Language(string name) => Line(fields.Optional(name), PlanLimits.MaxTextLength);
    }

    /// <summary>One line of text.</summary>
    public string? Line(Node? node, int maxLength)
    {
        if (!Is(node, NodeKind.String, errors)) return null;
        var text = node!.Value;
        var length = text.EnumerateRunes().Count();
        if (node.HasLoneSurrogate) errors.Add(node, PlanErrorCode.LoneSurrogate);
        if (string.IsNullOrWhiteSpace(text)) errors.Add(node, PlanErrorCode.TextEmpty);
        if (length > maxLength) errors.Add(node, PlanErrorCode.TextTooLong, ("limit", $"{maxLength}"), ("length", $"{length}"));
        foreach (var rune in text.EnumerateRunes().Where(Words.IsDisallowed).Take(1))
            errors.Add(node, PlanErrorCode.DisallowedCharacter, ("character", $"U+{rune.Value:X4}"));
        return text;
    }

    private string? Checked(Node? node, PlanErrorCode code, Func<string, bool> holds, params ReadOnlySpan<(string, string)> args)
    {
        if (!Is(node, NodeKind.String, errors)) return null;
        if (holds(node!.Value)) return node.Value;
        errors.Add(node, code, [("found", node.Value), .. args]);
        return null;
    }

    private static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= PlanLimits.FirstYear and <= PlanLimits.LastYear ? date : null;

    private static DateTimeOffset? ParseTime(string text) =>
        TimePattern().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time.Year is >= PlanLimits.FirstYear and <= PlanLimits.LastYear ? time : null;

    private static TimeOnly? ParseTimeOfDay(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Name(NodeKind kind) => kind switch
    {
        NodeKind.True or NodeKind.False => "boolean",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
