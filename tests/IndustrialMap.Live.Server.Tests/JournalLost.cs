using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What happens to the journal's files while the console runs is seen before anything is answered as stored.</summary>
public class JournalLost
{
    private const string Id = RunningConsole.Map2021;

    /// <summary>What somebody, or a disk, may do to a file under a running program.</summary>
    public static TheoryData<string, Action<string>> Mishaps => new()
    {
        { "journal.db", file => File.Delete(file) },
        { "journal.db", file => File.Move(file, $"{file}.away") },
        { "journal.db", file => Replace(file) },
        { "journal.db", file => Cut(file) },
        { "journal.db-wal", file => File.Delete(file) },
        { "journal.db-wal", file => File.Move(file, $"{file}.away") },
        { "journal.db-wal", file => Replace(file) },
        { "journal.db-wal", file => Cut(file) },
    };

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task From_then_on_nothing_is_answered_as_stored_and_everybody_is_told(string name, Action<string> mishap)
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await using var room = await show.Operator.Follow(Id, "control");
        await room.NextBeat();

        mishap(Path.Combine(console.Folder, name));
        var reply = await show.Operator.Send(Id, new CallLaunch(Show.Cans));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "journal_unavailable"), (reply.Status, reply.Code));
        Heartbeat heartbeat;
        do heartbeat = await room.NextBeat(); while (heartbeat.Trouble is null);
        Assert.Equal(Trouble.JournalLost, heartbeat.Trouble);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await console.Viewer().Get("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await console.Viewer().Get($"/watch/{Id}")).Status);
    }

    [Fact]
    public async Task It_is_seen_within_a_second_though_nobody_sends_anything_and_stays_so_until_the_console_is_started_again()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var file = Path.Combine(console.Folder, "journal.db");
        await using var room = await show.Operator.Follow(Id, "control");
        await room.NextBeat();

        File.Move(file, $"{file}.away");
        Heartbeat heartbeat;
        do heartbeat = await room.NextBeat(); while (heartbeat.Trouble is null);
        File.Move($"{file}.away", file);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await show.Operator.Send(Id, new CallLaunch(Show.Cans))).Status);
        Assert.Equal(Trouble.JournalLost, (await room.NextBeat()).Trouble);

        await console.Restart();
        Assert.Equal(HttpStatusCode.OK, (await console.Viewer().Get("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await show.Operator.Send(Id, new CallLaunch(Show.Cans))).Status);
    }

    private static void Replace(string file)
    {
        File.Copy(file, $"{file}.copy");
        File.Move($"{file}.copy", file, overwrite: true);
    }

    private static void Cut(string file)
    {
        using var cut = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        cut.SetLength(cut.Length / 2);
    }
}
