using System.Globalization;
using System.Net;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>What the command line says. <see cref="Help"/> documents it.</summary>
/// <param name="PublicOrigin">How browsers reach the server, where that is not 127.0.0.1.</param>
/// <param name="Speed">How many times faster than planned the autopilot plays.</param>
public sealed record ConsoleOptions(
    string Verb, string? Operand, string DataFolder, IReadOnlyList<string> Urls, Uri? PublicOrigin, bool BehindProxy, string? Autopilot, double Speed)
{
    public const string Help = """
        Usage: IndustrialMap.Live.Server [options]
               IndustrialMap.Live.Server import FILE    reads a teleconference from a plan file
               IndustrialMap.Live.Server export ID      writes the plan of a teleconference to standard output
               IndustrialMap.Live.Server invite         prints a one-time link for an operator
               IndustrialMap.Live.Server describe       prints the OpenAPI description of the HTTP API

          --data DIR             where everything is kept (default: data, below the current folder)
          --urls URL[;URL]       where to listen (default: http://127.0.0.1:5080)
          --public-origin URL    how browsers reach it, as https://live.example.kz; required to listen beyond 127.0.0.1
          --behind-proxy         a proxy in front ends HTTPS and sets X-Forwarded-For and X-Forwarded-Proto
          --autopilot [ID]       plays operator and coordinators (default: 2021-industrialization-map)
          --speed N              how many times faster than planned the autopilot plays (default: 10)
        """;

    /// <exception cref="UsageException">A word is not understood, or two do not go together.</exception>
    public static ConsoleOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ConsoleOptions("run", null, "data", ["http://127.0.0.1:5080"], null, false, null, 10);
        var words = new Queue<string>(args);
        string Value(string option) => words.TryDequeue(out var value) ? value : throw new UsageException($"{option} needs a value.");
        while (words.TryDequeue(out var word))
        {
            options = word switch
            {
                "--data" => options with { DataFolder = Value(word) },
                "--urls" => options with { Urls = Value(word).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
                "--public-origin" => options with { PublicOrigin = Origin(Value(word)) },
                "--behind-proxy" => options with { BehindProxy = true },
                "--autopilot" => options with
                {
                    Autopilot = words.TryPeek(out var id) && !id.StartsWith('-') ? words.Dequeue() : "2021-industrialization-map",
                },
                "--speed" => options with { Speed = Number(Value(word)) },
                "import" or "export" => options with { Verb = word, Operand = Value(word) },
                "invite" or "describe" or "help" => options with { Verb = word },
                "--help" or "-h" => options with { Verb = "help" },
                _ => throw new UsageException($"\"{word}\" is not understood."),
            };
        }
        return options.Checked();
    }

    private ConsoleOptions Checked()
    {
        if (Urls.Count == 0) throw new UsageException("--urls names no address.");
        foreach (var url in Urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new UsageException($"\"{url}\" is not an address like http://127.0.0.1:5080.");
            if (IsLoopback(uri)) continue;
            if (PublicOrigin is null)
                throw new UsageException($"{url} can be reached from other machines: say with --public-origin how browsers will reach it.");
            if (uri.Scheme != "https" && !BehindProxy)
                throw new UsageException($"{url} is not HTTPS: listen on https://, or put a proxy in front and say --behind-proxy.");
        }
        return this;
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Uri Origin(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.PathAndQuery == "/"
            ? uri
            : throw new UsageException($"\"{value}\" is not an origin like https://live.example.kz.");

    private static double Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.1 and <= 1000
            ? speed
            : throw new UsageException($"--speed takes a number from 0.1 to 1000, not \"{value}\".");
}

/// <summary>The command line is not understood; the message says what to do.</summary>
public sealed class UsageException(string message) : Exception(message);
