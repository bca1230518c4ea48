using System.CommandLine;
using System.CommandLine.Parsing;

namespace IndustrialMap.Live.Server.CommandLine;

/// <summary>
/// The command line: what it takes, and the exit code. 0 when all went well, 2 when something that was said cannot be, 1 when
/// the machine does not allow it. Nothing but this reads the arguments: a word that it does not know sets nothing.
/// </summary>
internal static class Cli
{
    private static readonly RootCommand Root = MakeRoot();

    internal static async Task<int> Run(string[] args)
    {
        var parsed = Parse(args);
        if (Misunderstood(parsed) is { } says) return Refuse(says);
        try
        {
            // The host itself listens for Ctrl+C and SIGTERM.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception failure) when (StartupFailure.Explain(failure) is { } explained)
        {
            if (explained.ExitCode == 2) return Refuse(explained.Says);
            await Console.Error.WriteLineAsync(explained.Says);
            return explained.ExitCode;
        }
    }

    internal static ParseResult Parse(IReadOnlyList<string> args) =>
        Root.Parse(args, new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false });

    /// <summary>Why the arguments cannot be taken; null: they can.</summary>
    internal static string? Misunderstood(ParseResult parsed)
    {
        var directives = parsed.Tokens.Where(token => token.Type == TokenType.Directive).Select(token => token.Value);
        // What stands behind a name may be a secret, and is not repeated where it would be logged.
        if (parsed.UnmatchedTokens.Concat(directives).FirstOrDefault() is { } word)
            return $"\"{word.Split('=', ':')[0]}\" is not understood. "
                + "What is no option below is set in appsettings.json or in the environment.";
        return parsed.Errors.FirstOrDefault()?.Message;
    }

    private static int Refuse(string says)
    {
        Console.Error.WriteLine(says);
        Console.Error.WriteLine();
        Parse(["--help"]).Invoke(new() { Output = Console.Error });
        return 2;
    }

    private static RootCommand MakeRoot()
    {
        var file = new Argument<string>("FILE") { Description = "A plan file" };
        var id = new Argument<string>("ID") { Description = "The id of a teleconference" };
        var idOrFile = new Argument<string>("ID|FILE")
        {
            Description = "The id of a teleconference, or a file that \"export --log\" has written",
        };
        var log = new Option<bool>("--log") { Description = "Writes the log instead, with its seals, to be verified elsewhere" };
        var seal = new Option<string>("--seal")
        {
            Description = "A seal that was kept: also finds a log that was cut before it, or written anew", HelpName = "SEQ-HASH",
        };
        var root = new RootCommand("The live console for national teleconferences. Without a command it serves.")
        {
            Make(
                "import", "Reads a teleconference from a plan file",
                parsed => CliCommands.Import(parsed.GetValue(file)!, CliOptions.Given(parsed)), file),
            Make("export", "Writes the plan of a teleconference to standard output", parsed => parsed.GetValue(log)
                ? LogCommands.Export(parsed.GetValue(id)!, CliOptions.Given(parsed))
                : CliCommands.Export(parsed.GetValue(id)!, CliOptions.Given(parsed)), id, log),
            Make("verify", "Says whether a log is as it was sealed, or names the first event that is not", parsed =>
                LogCommands.Verify(parsed.GetValue(idOrFile)!, parsed.GetValue(seal), CliOptions.Given(parsed)), idOrFile, seal),
            Make("invite", "Prints a one-time link for an operator", parsed => CliCommands.Invite(CliOptions.Given(parsed))),
            AutopilotCommand.Make(),
            Make("describe", "Prints the OpenAPI description of the HTTP API", _ => CliCommands.Describe()),
            Make("help", "Prints all of this", _ => Parse(["--help"]).InvokeAsync()),
        };
        root.Directives.Clear();
        foreach (var option in CliOptions.All) root.Add(option);
        root.SetAction((parsed, _) => CliCommands.Serve(CliOptions.Given(parsed)));
        return root;
    }

    private static Command Make(string name, string description, Func<ParseResult, Task<int>> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            if (symbol is Option option) command.Add(option);
        }
        command.SetAction((parsed, _) => run(parsed));
        return command;
    }
}
