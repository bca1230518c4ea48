using System.CommandLine;

namespace IndustrialMap.Live.Server.CommandLine;

/// <summary>
/// The autopilot as a process of its own: it comes in by one-time links as people do, and knows nothing of data folders or storage. The
/// links are secrets and come in on standard input, which nobody else on the machine can read.
/// </summary>
internal static class AutopilotCommand
{
    private const double DefaultSpeed = 10;

    internal static Command Make()
    {
        var id = new Argument<string>("ID") { Description = "The id of a teleconference" };
        var servers = new Option<string[]>("--server")
        {
            Description = "Where its servers are, one or several: when one dies, it goes on at the next", HelpName = "URL",
            Required = true, AllowMultipleArgumentsPerToken = true,
        };
        var speed = new Option<double>("--speed")
        {
            Description = "How many times faster than planned (default: 10)", HelpName = "N", DefaultValueFactory = _ => DefaultSpeed,
        };
        var command = new Command(
            "autopilot", "Plays a teleconference from outside: reads one-time links, one a line, from standard input, an operator's and those of the sites that it plays")
        {
            id, servers, speed,
        };
        command.SetAction((parsed, cancellationToken) =>
            Run(parsed.GetValue(id)!, parsed.GetValue(servers)!, parsed.GetValue(speed), Console.In, cancellationToken));
        return command;
    }

    /// <param name="links">One a line.</param>
    /// <returns>0 when the show has been played to its end, 2 when what was given cannot be, 1 when it could not go on.</returns>
    internal static async Task<int> Run(string id, string[] servers, double speed, TextReader links, CancellationToken cancellationToken)
    {
        var addresses = servers.SelectMany(each => each.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        if (addresses.FirstOrDefault(each => !IsServer(each)) is { } wrong) return await Refuse($"--server: \"{wrong}\" is not an address like https://live.example.kz.");
        if (speed is not (>= 0.1 and <= 1000)) return await Refuse("--speed: takes a number from 0.1 to 1000.");
        var tokens = new List<string>();
        for (var number = 1; await links.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            // What is no link may be half a secret, and is not repeated.
            if (TokenOf(line) is not { } token) return await Refuse($"Line {number} of standard input is no one-time link, as \"invite\" prints it.");
            tokens.Add(token);
        }
        if (tokens.Count == 0) return await Refuse("Standard input has no one-time link: give an operator's, and those of the sites to be played, one a line.");
        return await Play(id, [.. addresses.Select(each => new Uri(each))], tokens, speed, cancellationToken);
    }

    private static async Task<int> Play(string id, IReadOnlyList<Uri> servers, IReadOnlyList<string> tokens, double speed, CancellationToken cancellationToken)
    {
        try
        {
            using var crew = await CrewClient.SignIn(servers, id, tokens, cancellationToken);
            await CliCommands.Say($"Plays {id} as an operator and {crew.Sites.Count()} sites, at speed {speed}.");
            await AutopilotPlayer.Play(crew, speed, failure => Console.Error.WriteLine($"{failure.Message} Going on."), cancellationToken);
            return await CliCommands.Say($"Has played {id} to its end.");
        }
        catch (CannotPlayException cannot)
        {
            return await CliCommands.Complain(cannot.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await CliCommands.Complain("Was asked to stop.");
        }
    }

    /// <returns>Null: it is no one-time link.</returns>
    internal static string? TokenOf(string line) =>
        Uri.TryCreate(line.Trim(), UriKind.Absolute, out var link) && link.AbsolutePath == "/sign-in" && link.Fragment.Length > 1
            ? link.Fragment[1..]
            : null;

    private static bool IsServer(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "" };

    private static async Task<int> Refuse(string words)
    {
        await CliCommands.Complain(words);
        return 2;
    }
}
