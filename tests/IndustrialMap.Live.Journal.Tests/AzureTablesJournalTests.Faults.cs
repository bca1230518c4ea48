using System.Data.Common;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using IndustrialMap.Live.Journal.AzureTables;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What the network, the storage or another program does to it.</summary>
public sealed partial class AzureTablesJournalTests
{
    private readonly Wire wire = new();

    private TableClient Table => new(account, StorageAccount.TableName);

    private AzureTablesJournal OpenOverWire() => StorageAccount.Parse(account, options => options.AddPolicy(wire, HttpPipelinePosition.PerRetry)).OpenJournal();

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_stored_once_and_told_as_stored()
    {
        await using var journal = OpenOverWire();
        var first = await Stored(journal.Append("show", Place.Start, [Event("a")]));
        wire.LoseAnswers(1);
        // The client sends it again by itself, and finds its own rows.
        await AlreadyStored(journal.Append("show", first, Command("b", 2)));
        var log = await journal.Read("show", 0);
        Assert.Equal(["a", "b", "b"], log.Select(e => e.CommandId));
        await Stored(journal.Append("show", log[^1].Place, [Event("c")]));
    }

    [Fact]
    public async Task An_append_of_which_no_answer_comes_fails_and_the_next_one_finds_what_it_did()
    {
        await using var journal = OpenOverWire();
        var first = await Stored(journal.Append("show", Place.Start, [Event("a")]));
        wire.LoseAnswers(int.MaxValue);
        var failure = await Assert.ThrowsAnyAsync<DbException>(() => journal.Append("show", first, [Event("b")]));
        Assert.DoesNotContain('\n', failure.Message);
        Assert.False(await journal.Ping());

        wire.LoseAnswers(0);
        Assert.True(await journal.Ping());
        await AlreadyStored(journal.Append("show", first, [Event("b")]));
        Assert.Equal(["a", "b"], (await journal.Read("show", 0)).Select(e => e.CommandId));
    }

    [Fact]
    public async Task A_request_that_never_arrived_left_nothing_and_is_sent_again()
    {
        await using var journal = OpenOverWire();
        wire.LoseRequests(1);
        var first = await Stored(journal.Append("show", Place.Start, [Event("a")]));
        wire.LoseRequests(int.MaxValue);
        await Assert.ThrowsAnyAsync<DbException>(() => journal.Append("show", first, [Event("b")]));
        await Assert.ThrowsAnyAsync<DbException>(() => journal.Read("show", 0));
        wire.LoseRequests(0);
        await Stored(journal.Append("show", first, [Event("b")]));
    }

    [Fact]
    public async Task Nothing_but_the_head_is_ever_changed_and_nothing_deleted()
    {
        await using var journal = OpenOverWire();
        var head = Place.Start;
        for (var i = 0; i < 3; i++) head = await Stored(journal.Append("show", head, [Event($"{i}"), Event($"{i} large") with { Data = new byte[2_000_000] }]));
        await AlreadyStored(journal.Append("show", head, [Event("1")]));
        await journal.CheckIntegrity();

        Assert.DoesNotContain(wire.Sent, sent => sent.Method == RequestMethod.Delete || sent.Body.Contains("\nDELETE ", StringComparison.Ordinal));
        var changes = wire.Sent.SelectMany(sent => sent.Body.Split('\n')).Where(line => line.StartsWith("PUT ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(changes);
        Assert.All(changes, line => Assert.Contains("RowKey='head'", Uri.UnescapeDataString(line), StringComparison.Ordinal));
        Assert.All(wire.Sent.Where(sent => sent.Method == RequestMethod.Put && sent.Path.Contains("industrialmap-journal/", StringComparison.Ordinal)),
            blob => Assert.Equal("*", blob.IfNoneMatch));
    }

    [Fact]
    public async Task A_log_that_was_changed_cut_or_taken_away_past_the_journal_is_found()
    {
        await using var journal = StorageAccount.Parse(account).OpenJournal();
        foreach (var stream in (string[])["changed", "without its command", "whole"])
        {
            var first = await Stored(journal.Append(stream, Place.Start, [Event("a")]));
            await Stored(journal.Append(stream, first, [Event("b"), Event("c")]));
        }
        Assert.Empty(await journal.CheckIntegrity());

        var row = (await Table.GetEntityAsync<TableEntity>(Rows.Partition("changed"), Rows.EventsKey(2))).Value;
        row["Events0"] = row.GetBinary("Events0").Select(b => b == '2' ? (byte)'3' : b).ToArray();
        await Table.UpdateEntityAsync(row, row.ETag);
        await Table.DeleteEntityAsync(Rows.Partition("without its command"), Rows.CommandKey("b"));

        var found = await journal.CheckIntegrity();
        Assert.Equal(["changed", "without its command"], found.Select(damage => damage.Stream).Order());
        Assert.Equal(LogDamageKind.CommandForgotten, found.Single(damage => damage.Stream != "changed").Kind);
        Assert.Null(journal.Fault);
        Assert.Equal(3, (await journal.Read("whole", 0)).Count);
    }

    [Fact]
    public async Task A_table_that_was_put_in_the_place_of_the_one_that_was_read_stops_the_journal()
    {
        await using var journal = StorageAccount.Parse(account).OpenJournal();
        var place = await Stored(journal.Append("show", Place.Start, Command("a", 3)));
        await Table.DeleteEntityAsync(Rows.Partition("show"), Head.Key);

        var lost = await Assert.ThrowsAsync<JournalLostException>(() => journal.Read("show", 0));
        Assert.Equal(lost.Message, journal.Fault);
        Assert.False(await journal.Ping());
        await Assert.ThrowsAsync<JournalLostException>(() => journal.Append("show", place, [Event("b")]));
    }

    [Fact]
    public async Task A_blob_that_is_gone_makes_its_log_unreadable_and_no_other()
    {
        await using var journal = StorageAccount.Parse(account).OpenJournal();
        await Stored(journal.Append("large", Place.Start, [Event("a") with { Data = new byte[2_000_000] }]));
        await Stored(journal.Append("small", Place.Start, [Event("a")]));
        await new BlobContainerClient(account, StorageAccount.ContainerName).DeleteAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => journal.Read("large", 0));
        Assert.Single(await journal.Read("small", 0));
    }

    /// <summary>Loses what it is told to, and notes what was sent.</summary>
    private sealed class Wire : HttpPipelinePolicy
    {
        private int lostAnswers, lostRequests;

        internal List<(RequestMethod Method, string Path, string? IfNoneMatch, string Body)> Sent { get; } = [];

        internal void LoseAnswers(int count) => lostAnswers = count;

        internal void LoseRequests(int count) => lostRequests = count;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (lostRequests-- > 0) throw new IOException("The line was cut on the way there.");
            using var body = new MemoryStream();
            if (message.Request.Content is { } content) await content.WriteToAsync(body, default);
            lock (Sent)
                Sent.Add((message.Request.Method, message.Request.Uri.Path, message.Request.Headers.TryGetValue("If-None-Match", out var match) ? match : null,
                    System.Text.Encoding.UTF8.GetString(body.ToArray())));
            await ProcessNextAsync(message, pipeline);
            if (lostAnswers-- > 0) throw new IOException("The line was cut on the way back.");
        }
    }
}
