using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Grains.Tests;

public sealed class DraftedLogTests : IAsyncDisposable
{
    private static readonly TeleconferencePlan OfVersion1 = Show.Plan, OfVersion2 = Show.Plan with { ConfirmationSeconds = 60 };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly SqliteJournal journal;

    public DraftedLogTests() => journal = SqliteJournal.Open(Path.Combine(folder.FullName, "journal.db"));

    [Fact]
    public async Task A_plan_that_a_server_could_not_read_is_not_stored_and_can_be_drafted_once_every_server_can()
    {
        Assert.Equal(DraftResult.UpgradeUnderWay, await Draft(OfVersion2, new OfBefore()));
        Assert.Empty(await journal.Streams());
        Assert.Equal(DraftResult.Drafted, await Draft(OfVersion2, new OneBuild()));
        Assert.Equal(60, (await new LogReader(journal, Show.Id).ReadOn()).Fold(Teleconference.Initial).Plan!.ConfirmationSeconds);
    }

    [Fact]
    public async Task A_plan_that_every_server_reads_is_drafted_while_servers_are_replaced_and_once() =>
        Assert.Equal(
            [DraftResult.Drafted, DraftResult.IdTaken],
            [await Draft(OfVersion1, new OfBefore()), await Draft(OfVersion1, new OfBefore())]);

    private Task<DraftResult> Draft(TeleconferencePlan plan, IClusterBuilds builds) =>
        DraftedLog.Write(journal, plan, Show.Anna, TimeProvider.System, builds);

    /// <summary>A server of a build that has no version 2.</summary>
    private sealed class OfBefore : IClusterBuilds
    {
        public bool CanRead(TeleconferenceEvent @event) => @event is not TeleconferenceDrafted2;

        public bool CanRead(Command command) => true;
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
