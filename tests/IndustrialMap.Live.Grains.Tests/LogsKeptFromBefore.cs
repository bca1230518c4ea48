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
        await using var host = await TeleconferenceHost.Open(journal, Id, TimeProvider.System);
        var today = host.State.Totals.Today;
        Assert.Equal(Phase.Ended, host.State.Phase);
        Assert.Equal((6, 622_000_000_000L), (today.Projects, today.Tenge.Value));
        Assert.Equal(65, host.Head.Chain.Seq);
    }

    [Fact]
    public async Task An_id_without_a_hash_is_answered_to_the_same_role_and_site_and_to_nobody_else()
    {
        await using var host = await TeleconferenceHost.Open(journal, Id, TimeProvider.System);
        var confirmed = (await journal.Read(Id, 0)).First(recorded => recorded.Type == "launch_confirmed");
        var site = JsonNode.Parse(confirmed.By.Span)!["siteId"]!.GetValue<string>();
        var whatever = new ReportReadiness(site, ReadinessItem.Sound, true);
        Task<CommandAnswer> By(Actor actor) => host.Send(CommandEnvelope.Of(confirmed.CommandId, whatever, actor));

        Assert.Equal(new(confirmed.CommandId, confirmed.Seq), await By(new(Role.Coordinator, "Another name", site)));
        Assert.Equal(RefusalCode.NotAllowed, (await By(new(Role.Coordinator, "Elsewhere", "elsewhere"))).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, (await By(Show.Anna)).Refusal);
        Assert.Equal(65, host.Head.Chain.Seq);
    }

    [Fact]
    public async Task An_event_whose_shape_has_changed_since_is_read_by_its_upcaster_and_the_log_stays_as_it_was()
    {
        var upcaster = new EventUpcaster(new Dictionary<string, Action<JsonObject>>
        {
            ["launch_confirmed"] = json => json["reason"] = $"upcast {json["launchId"]}",
        });
        var seen = new List<EventEnvelope>();
        await using var host = await TeleconferenceHost.Open(journal, Id, TimeProvider.System, (_, _, events) => seen.AddRange(events), upcaster);
        var confirmations = seen.Select(envelope => envelope.Event).OfType<LaunchConfirmed>().ToArray();
        Assert.Equal(6, confirmations.Length);
        Assert.All(confirmations, confirmed => Assert.Equal($"upcast {confirmed.LaunchId}", confirmed.Reason));
        Assert.Equal(host.Head.Chain.Place, LogChain.Start(Id).Follow(await journal.Read(Id, 0)).Place);
    }

    [Fact]
    public async Task An_event_that_this_version_does_not_know_is_named()
    {
        var upcaster = new EventUpcaster(new Dictionary<string, Action<JsonObject>> { ["launch_called"] = json => json["type"] = "launch_sung" });
        var failure = await Assert.ThrowsAsync<LogUnreadableException>(() => TeleconferenceHost.Open(journal, Id, TimeProvider.System, upcaster: upcaster));
        Assert.Contains("launch_called", failure.Message);
        Assert.Contains(Id, failure.Message);
    }
}
