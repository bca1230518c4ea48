using System.Text.Json.Nodes;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>A journal as the first version wrote it in November 2026, without seals and hashes: it is read forever.</summary>
public sealed class LogsKeptFromBefore : IAsyncLifetime
{
    private const string Id = "2021-industrialization-map";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private SqliteJournal journal = null!;

    public Task InitializeAsync()
    {
        var file = Path.Combine(folder.FullName, "journal.db");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "journal-v1.db"), file);
        journal = SqliteJournal.Open(file);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Its_events_lead_to_the_totals_that_were_shown_then()
    {
        var ledger = await new LedgerAlone(journal, TimeProvider.System).Look();
        var today = ledger.State.Totals.Today;
        Assert.Equal(Phase.Ended, ledger.State.Phase);
        Assert.Equal((6, 622_000_000_000L), (today.Projects, today.Tenge.Value));
        Assert.Equal(65, ledger.Place.Seq);
    }

    [Fact]
    public async Task An_id_without_a_hash_is_answered_to_the_same_role_and_site_and_to_nobody_else()
    {
        var ledger = new LedgerAlone(journal, TimeProvider.System);
        var confirmed = (await journal.Read(Id, 0)).First(recorded => recorded.Type == "launch_confirmed");
        var site = JsonNode.Parse(confirmed.By.Span)!["siteId"]!.GetValue<string>();
        var whatever = new ReportReadiness(site, ReadinessItem.Sound, true);
        Task<CommandAnswer> By(Actor actor) => ledger.Send(new SentCommand(confirmed.CommandId, whatever), actor);

        Assert.Equal(new(confirmed.CommandId, confirmed.Seq), await By(new(Role.Coordinator, "Another name", site)));
        Assert.Equal(RefusalCode.NotAllowed, (await By(new(Role.Coordinator, "Elsewhere", "elsewhere"))).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, (await By(Show.Anna)).Refusal);
        Assert.Equal(65, ledger.Place.Seq);
    }

    [Fact]
    public async Task An_event_whose_shape_has_changed_since_is_read_by_its_upcaster_and_the_log_stays_as_it_was()
    {
        var upcaster = new EventUpcaster(new Dictionary<string, Action<JsonObject>>
        {
            ["launch_confirmed"] = json => json["reason"] = $"upcast {json["launchId"]}",
        });
        var reader = new LogReader(journal, Id, upcaster);
        var confirmations = (await reader.ReadOn()).Select(read => read.Envelope.Event).OfType<LaunchConfirmed>().ToArray();
        Assert.Equal(6, confirmations.Length);
        Assert.All(confirmations, confirmed => Assert.Equal($"upcast {confirmed.LaunchId}", confirmed.Reason));
        Assert.Equal(reader.Chain.Place, LogChain.Start(Id).Follow(await journal.Read(Id, 0)).Place);
    }

    [Fact]
    public async Task An_event_that_this_version_does_not_know_is_named()
    {
        var upcaster = new EventUpcaster(new Dictionary<string, Action<JsonObject>> { ["launch_called"] = json => json["type"] = "launch_sung" });
        var outcome = await new LedgerAlone(journal, TimeProvider.System, upcaster).Turn(ledger => ledger.Look());
        Assert.Equal(LedgerFailureKind.LogUnreadable, outcome.Failure!.Kind);
        Assert.Contains("launch_called", outcome.Failure.Sentence);
        Assert.Contains(Id, outcome.Failure.Sentence);
    }
}
