namespace IndustrialMap.Live.Server.Tests;

/// <summary>A log is verified by the command line: where it is kept, or as a file on another machine.</summary>
public class VerifyingLogs
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task A_log_is_whole_while_the_console_runs_and_its_file_has_the_same_seal_everywhere()
    {
        await using var console = await RunningConsole.Start();
        await (await Show.Live(console)).ConfirmAll();
        var seal = await console.Viewer().Read<LogSeal>($"/api/teleconferences/{Id}/seal");

        var verified = await Run(console.Folder, "verify", Id, "--seal", $"{seal.Seq}-{seal.Hash}");
        Assert.Equal(0, verified.Code);
        Assert.Contains($"{seal.Seq}-{seal.Hash}", verified.Output, StringComparison.Ordinal);

        var file = Path.Combine(console.Folder, "log.jsonl");
        await File.WriteAllTextAsync(file, (await Run(console.Folder, "export", "--log", Id)).Output);
        var elsewhere = await Run(new DirectoryInfo(console.Folder).CreateSubdirectory("elsewhere").FullName, "verify", file);
        Assert.Equal((0, verified.Output.Split(" It still has")[0].Trim()), (elsewhere.Code, elsewhere.Output.Trim()));
    }

    [Theory]
    [InlineData("a byte of an event is changed", "UPDATE events SET data = CAST(replace(CAST(data AS TEXT), 'opening', 'openinG') AS BLOB) WHERE stream = '{0}' AND seq = 3", "event 3")]
    [InlineData("the time of an event is changed", "UPDATE events SET at = at + 1 WHERE stream = '{0}' AND seq = 4", "event 4")]
    [InlineData("who gave a command is changed", "UPDATE events SET \"by\" = CAST('{{}}' AS BLOB) WHERE stream = '{0}' AND seq = 5", "event 5")]
    [InlineData("an event is removed", "DELETE FROM events WHERE stream = '{0}' AND seq = 4", "event 4")]
    [InlineData("an event is put in", "UPDATE events SET seq = -seq WHERE stream = '{0}' AND seq >= 5; UPDATE events SET seq = 1 - seq WHERE seq < 0; INSERT INTO events SELECT stream, 5, command_id || 'x', command_hash, at, \"by\", type, data, seal FROM events WHERE stream = '{0}' AND seq = 4", "event 5")]
    public async Task What_was_done_to_a_stored_log_is_found_and_named(string what, string sql, string named)
    {
        await using var console = await RunningConsole.Start();
        await (await Show.Live(console)).ConfirmAll();
        await console.Stop();
        Sqlite.Change(console.Folder, string.Format(null, sql, Id));
        var verified = await Run(console.Folder, "verify", Id);
        Assert.True(verified.Code == 1, what);
        Assert.Contains(named, verified.Error, StringComparison.Ordinal);
        Assert.Contains("restore a backup", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_whose_newest_events_were_cut_off_is_whole_but_for_a_seal_that_was_kept()
    {
        await using var console = await RunningConsole.Start();
        await (await Show.Live(console)).ConfirmAll();
        var kept = await console.Viewer().Read<LogSeal>($"/api/teleconferences/{Id}/seal");
        await console.Stop();
        Sqlite.Change(console.Folder, $"DELETE FROM events WHERE stream = '{Id}' AND seq > {kept.Seq - 2}");
        Assert.Equal(0, (await Run(console.Folder, "verify", Id)).Code);
        var verified = await Run(console.Folder, "verify", Id, "--seal", $"{kept.Seq}-{kept.Hash[..16]}");
        Assert.Equal(1, verified.Code);
        Assert.Contains($"event {kept.Seq - 1}", verified.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("3-xyz")]
    [InlineData("-3-0123456789abcdef")]
    [InlineData("3-0123456789abcde")]
    public async Task What_is_no_seal_is_said_to_be_none(string seal)
    {
        await using var console = await RunningConsole.Start();
        var verified = await Run(console.Folder, "verify", Id, "--seal", seal);
        Assert.Equal(2, verified.Code);
        Assert.Contains("/seal", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_log_is_said_to_be_none()
    {
        await using var console = await RunningConsole.Start();
        var file = Path.Combine(console.Folder, "plan.json");
        await File.WriteAllTextAsync(file, "{}");
        Assert.Equal(1, (await Run(console.Folder, "verify", file)).Code);
        Assert.Equal(1, (await Run(console.Folder, "verify", "no-such-log")).Code);
        Assert.Equal(1, (await Run(console.Folder, "export", "--log", "no-such-log")).Code);
    }

    private static Task<Ended> Run(string folder, params string[] args) => RealProgram.Run(RealProgram.Start(["--data", folder, .. args]));
}
