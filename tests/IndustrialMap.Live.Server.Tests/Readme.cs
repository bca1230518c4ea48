using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using IndustrialMap.Live.Server.Tests.Support;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What the README says is so.</summary>
public partial class Readme
{
    private static readonly DirectoryInfo Root = RootOf(new DirectoryInfo(AppContext.BaseDirectory));
    private static readonly string Text = File.ReadAllText(Path.Combine(Root.FullName, "README.md"));

    [Fact]
    public async Task Its_run_command_starts_the_console()
    {
        var command = Commands().Match(Text);
        Assert.InRange(Text[..command.Index].Count(c => c == '\n') + 2, 1, 15);
        using var data = new DataFolder();
        var start = new ProcessStartInfo("bash") { WorkingDirectory = Root.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{command.Groups["line"].Value} -- --data '{data.Path}' --urls http://127.0.0.1:0");
        // Whoever runs the tests has told their own build things that a newcomer's shell does not.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var ready = await FirstReadyLine(process.StandardOutput).WaitAsync(TimeSpan.FromMinutes(2));
            using var http = new HttpClient { BaseAddress = new Uri(ready) };
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public void Its_options_are_those_of_the_command_line()
    {
        string[] said = [.. Options().Matches(Text).Select(match => match.Groups["name"].Value)];
        Assert.Equal(CliOptions.All.Select(option => option.Name), said);
    }

    [Fact]
    public void The_files_that_it_names_are_there()
    {
        var named = Files().Matches(Text).Select(match => match.Groups["path"].Value).Distinct().ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Root.FullName, path)), path));
    }

    private static async Task<string> FirstReadyLine(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            if (Ready().Match(line) is { Success: true } ready) return ready.Groups["origin"].Value;
        throw new InvalidOperationException("The run command ended before the console was ready.");
    }

    private static DirectoryInfo RootOf(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "README.md")) ? folder : RootOf(folder.Parent!);

    [GeneratedRegex(@"```sh\n(?<line>.+)\n```")]
    private static partial Regex Commands();

    [GeneratedRegex(@"^\| `(?<name>--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Options();

    [GeneratedRegex(@"`(?<path>(?:src|tests|ops)[/\w.-]*)`")]
    private static partial Regex Files();

    [GeneratedRegex(@"is ready on (?<origin>\S+)")]
    private static partial Regex Ready();
}
