using System.CommandLine;

namespace IndustrialMap.Live.Server.CommandLine;

/// <summary>
/// The options of the command line. Each gives one of <see cref="ServerOptions"/>, which read and check it as from anywhere
/// else.
/// </summary>
internal static class CliOptions
{
    private const string DefaultAutopilot = "2021-industrialization-map";

    private static readonly (string Setting, Option Option)[] Pairs =
    [
        (nameof(ServerOptions.DataFolder), Make(
            "--data", "DIR", "Where everything is kept (default: data, below the current folder)", forAll: true)),
        (nameof(ServerOptions.Urls), Make("--urls", "URL[;URL]", "Where to listen (default: http://127.0.0.1:5080)", forAll: true)),
        (nameof(ServerOptions.PublicOrigin), Make(
            "--public-origin", "URL", "How browsers reach it, as https://live.example.kz; required to listen beyond 127.0.0.1",
            forAll: true)),
        (nameof(ServerOptions.BehindProxy), Make(
            "--behind-proxy", "", "A proxy in front ends HTTPS and sets X-Forwarded-For and X-Forwarded-Proto",
            forAll: true, ArgumentArity.Zero)),
        (nameof(ServerOptions.Cluster), Make(
            "--cluster", "azure", "Is one of several servers on Azure Storage, in place of a data folder; ConnectionStrings__azure names the account",
            forAll: true)),
        (nameof(ServerOptions.SiloAddress), Make(
            "--silo-address", "A", "Where the other servers reach this one (default: 127.0.0.1; any other needs a certificate)", forAll: true)),
        (nameof(ServerOptions.SiloPort), Make("--silo-port", "N", "Its port (default: 11111)", forAll: true)),
        (nameof(ServerOptions.Autopilot), Make(
            "--autopilot", "ID", $"Plays operator and coordinators (default: {DefaultAutopilot})", forAll: false, ArgumentArity.ZeroOrOne)),
        (nameof(ServerOptions.Speed), Make(
            "--speed", "N", "How many times faster than planned the autopilot plays (default: 10)", forAll: false)),
    ];

    internal static IEnumerable<Option> All => Pairs.Select(pair => pair.Option);

    /// <returns>Null: the setting has no option.</returns>
    internal static string? NameOf(string setting) =>
        Pairs.FirstOrDefault(pair => string.Equals(pair.Setting, setting, StringComparison.OrdinalIgnoreCase)).Option?.Name;

    /// <summary>The settings that were given, by the names of <see cref="ServerOptions"/>.</summary>
    internal static Dictionary<string, string?> Given(ParseResult parsed) => (
        from pair in Pairs
        let result = parsed.GetResult(pair.Option)
        where result is { Implicit: false }
        select (pair.Setting, Value: result.Tokens.Count > 0 ? result.Tokens[0].Value : WithoutValue(pair.Setting)))
        .ToDictionary(given => given.Setting, given => (string?)given.Value);

    private static string WithoutValue(string setting) => setting == nameof(ServerOptions.Autopilot) ? DefaultAutopilot : "true";

    /// <param name="forAll">For every command, and not for the server alone.</param>
    private static Option<string> Make(string name, string value, string description, bool forAll, ArgumentArity? arity = null) =>
        new(name) { Description = description, HelpName = value, Recursive = forAll, Arity = arity ?? ArgumentArity.ExactlyOne };
}
