using System.Net;
using System.Net.Sockets;
using IndustrialMap.Live.Server.Tests.Crashes;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>
/// What keeps a server from starting is said in a sentence: what, where and what to do. A stack is for faults of the program.
/// </summary>
public class FailedStarts
{
    private static readonly string[] AnyPort = ["--urls", "http://127.0.0.1:0"];

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var data = new DataFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var start = RealProgram.Start("--data", data.Path, "--urls", $"http://{taken.LocalEndpoint}");
        await Says(start, 1, $"{taken.LocalEndpoint}", "in use", "--urls");
    }

    [Fact]
    public async Task An_address_that_this_machine_does_not_have()
    {
        using var data = new DataFolder();
        string[] proxied = ["--public-origin", "https://live.example.kz", "--behind-proxy"];
        await Says(RealProgram.Start(["--data", data.Path, "--urls", "http://203.0.113.7:5080", .. proxied]), 1, "listen", "--urls");
    }

    [Fact]
    public async Task HTTPS_without_a_certificate()
    {
        using var data = new DataFolder();
        var start = RealProgram.Start("--data", data.Path, "--urls", "https://127.0.0.1:0");
        start.Environment["HOME"] = data.Path;
        await Says(start, 2, "certificate", "Kestrel__Certificates__Default__Path");
    }

    [Theory]
    [InlineData("/proc/industrialmap")]
    [InlineData("/proc")]
    [InlineData("/sys/industrialmap")]
    public async Task A_data_folder_that_nobody_can_make_or_write(string folder) =>
        await Says(RealProgram.Start(["--data", folder, .. AnyPort]), 1, folder, "--data");

    [Theory]
    [InlineData("")]
    [InlineData("/below")]
    public async Task A_file_where_the_data_folder_or_one_above_it_should_be(string below)
    {
        using var data = new DataFolder();
        var file = Path.Combine(data.Path, "plan.json");
        await File.WriteAllTextAsync(file, "{}");
        await Says(RealProgram.Start(["--data", file + below, .. AnyPort]), 1, file + below, "--data");
        Assert.Equal("{}", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("journal.db", "not a database")]
    [InlineData("access.db", "damaged")]
    [InlineData("grains.db", "damaged")]
    public async Task A_file_that_is_no_database(string name, string says)
    {
        using var data = new DataFolder();
        var file = Path.Combine(data.Path, name);
        var bytes = Enumerable.Range(0, 8192).Select(i => (byte)(i * 7)).ToArray();
        await File.WriteAllBytesAsync(file, bytes);
        await Says(RealProgram.Start(["--data", data.Path, .. AnyPort]), 1, file, says);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("grains.db")]
    [InlineData("server.lock")]
    [InlineData("keys")]
    public async Task A_file_or_folder_in_the_way_of_what_is_kept(string name)
    {
        using var data = new DataFolder();
        var path = Path.Combine(data.Path, name);
        if (name == "keys") await File.WriteAllTextAsync(path, "");
        else Directory.CreateDirectory(path);
        await Says(RealProgram.Start(["--data", data.Path, .. AnyPort]), 1, path);
    }

    /// <summary>A limit on the size of files stands in for a disk without room: both end a write half way.</summary>
    [Theory]
    [InlineData(24, "")]
    [InlineData(96, "IndustrialMap.Live is ready")]
    public async Task A_full_disk(int kilobytes, string output)
    {
        using var data = new DataFolder();
        var start = RealProgram.InShell($"trap '' XFSZ; ulimit -f {kilobytes}", "", ["--data", data.Path, .. AnyPort]);
        // The runtime would keep its own code in a file, too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        await Says(start, 1, output, [data.Path]);
    }

    [Fact]
    public async Task A_folder_that_another_server_holds_until_that_one_ends_however()
    {
        using var data = new DataFolder();
        await using (var first = new ConsoleProcess(data))
        {
            await first.Start();
            await Says(RealProgram.Start(["--data", data.Path, .. AnyPort]), 1, data.Path, "Another server holds", "--data");
            Assert.Equal(0, (await RealProgram.Run(RealProgram.Start(["invite", "--data", data.Path]))).Code);
            await first.Kill();
        }
        await using var next = new ConsoleProcess(data);
        await next.Start();
    }

    [Fact]
    public async Task A_limit_of_open_files_that_leaves_no_room_for_people()
    {
        using var data = new DataFolder();
        await Says(RealProgram.InShell("ulimit -n 360", "", ["--data", data.Path, .. AnyPort]), 1, "360", "ulimit -n");
    }

    [Fact]
    public async Task Of_file_environment_and_command_line_the_later_wins_and_is_named_when_it_is_wrong()
    {
        const string Environment = "FailedStarts";
        using var data = new DataFolder();
        var file = Path.Combine(AppContext.BaseDirectory, $"appsettings.{Environment}.json");
        System.Diagnostics.ProcessStartInfo Start(params string[] more)
        {
            var start = RealProgram.Start(["--data", data.Path, .. more]);
            start.Environment["ASPNETCORE_ENVIRONMENT"] = Environment;
            return start;
        }
        try
        {
            await File.WriteAllTextAsync(file, """{"IndustrialMap": {"BehindProxy": "perhaps", "PublicOrgin": ""}}""");
            await Says(Start(), 2, $"IndustrialMap:BehindProxy in {Path.GetFileName(file)}", "true or false", "IndustrialMap:PublicOrgin");
            await File.WriteAllTextAsync(file, """{"IndustrialMap": {"Speed": "1"}""");
            await Says(Start(), 2, file, "JSON");
            await File.WriteAllTextAsync(file, """{"IndustrialMap": {"Speed": "one"}}""");
            var start = Start();
            start.Environment["IndustrialMap__Speed"] = "two";
            await Says(start, 2, "IndustrialMap__Speed in the environment: \"two\"");
            start = Start("--speed", "three");
            start.Environment["IndustrialMap__Speed"] = "2";
            await Says(start, 2, "--speed: \"three\"", "Usage:");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_address_that_is_set_where_the_rules_for_addresses_do_not_look()
    {
        using var data = new DataFolder();
        var start = RealProgram.Start(["--data", data.Path, .. AnyPort]);
        start.Environment["Kestrel__Endpoints__Open__Url"] = "http://0.0.0.0:0";
        await Says(start, 2, "Kestrel:Endpoints", "IndustrialMap__Urls");
    }

    private static Task Says(System.Diagnostics.ProcessStartInfo start, int code, params string[] words) => Says(start, code, output: "", words);

    /// <param name="output">How what it says besides begins.</param>
    private static async Task Says(System.Diagnostics.ProcessStartInfo start, int code, string output, string[] words)
    {
        var ended = await RealProgram.Run(start);
        Assert.True(ended.Code == code, $"{ended.Code}: {ended.Error}{ended.Output}");
        Assert.All(words, word => Assert.Contains(word, ended.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ended.Error + ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ended.Error + ended.Output, StringComparison.Ordinal);
        if (code == 1) Assert.Single(ended.Error.Trim().Split('\n'));
        if (output.Length == 0) Assert.Empty(ended.Output);
        else Assert.StartsWith(output, ended.Output, StringComparison.Ordinal);
    }
}
