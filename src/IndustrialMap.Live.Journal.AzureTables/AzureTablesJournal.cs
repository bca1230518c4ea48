using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>
/// The journal of a cluster, in Azure Table storage; ops/decisions says why its rows are as they are. A stream is one partition:
/// a row a command by the command's id, which is added and so is unique; a row a command by order, with its events; and the head,
/// which changes only where it is the one that the append expects. All three change in one transaction. What does not fit into a row
/// lies in a blob that is written first. Any number of processes may use one storage account.
/// </summary>
public sealed partial class AzureTablesJournal : IJournal, IJournalHealth, IAsyncDisposable
{
    private readonly TableClient table;
    private readonly LargeEvents large;
    private readonly ConcurrentDictionary<string, Head> heads = new();
    private bool closed;

    internal AzureTablesJournal(TableClient table, LargeEvents large) => (this.table, this.large) = (table, large);

    /// <inheritdoc/>
    /// <remarks>A transaction holds 100 rows: two a command, and the head.</remarks>
    public int MaxCommands => 49;

    /// <inheritdoc/>
    /// <param name="cancellationToken">Heeded until the append begins; then it is carried through.</param>
    /// <exception cref="ArgumentException">
    /// There is no event, the events of one command do not stand together, a hash is not one, or there are more than
    /// <see cref="MaxCommands"/>.
    /// </exception>
    /// <exception cref="AzureStorageException">Whether it was stored may not be known. Read on before trying again.</exception>
    public async Task<AppendResult> Append(
        string stream, Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        var commandIds = AppendRules.CommandIds(events, MaxCommands);
        cancellationToken.ThrowIfCancellationRequested();
        return await Watched(async () =>
        {
            var head = heads.GetValueOrDefault(stream);
            // Not the one that this instance has stored or read last: another process has written, or the caller is behind.
            if (head?.Place != expected) head = await ReadHead(stream);
            return (head?.Place ?? Place.Start) == expected
                ? await Store(stream, head, commandIds, events)
                : await Refused(stream, commandIds, head);
        });
    }

    public Task<IReadOnlyList<RecordedEvent>> Read(
        string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Watched(async () => await ReadTo(await ReadHead(stream, cancellationToken), stream, afterSeq, limit, cancellationToken));
    }

    public Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancellationToken = default) => Watched(async () =>
    {
        var streams = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == Rows.Index, cancellationToken: cancellationToken))
            streams.Add(Rows.StreamOf(row));
        var found = new ConcurrentBag<StreamHead>();
        await Parallel.ForEachAsync(streams, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken }, async (stream, cancel) =>
        {
            if (await ReadHead(stream, cancel) is { } head) found.Add(new(stream, head.Seq, head.Seal, head.At, SealedFrom: 1));
        });
        return (IReadOnlyList<StreamHead>)[.. found.OrderBy(head => head.Stream, StringComparer.Ordinal)];
    });

    public ValueTask DisposeAsync()
    {
        closed = true;
        return default;
    }

    /// <param name="head">Where the stream ends; null: it does not exist.</param>
    private async Task<AppendResult> Store(string stream, Head? head, IReadOnlyList<string> commandIds, IReadOnlyList<NewEvent> events)
    {
        var recorded = head.Chain(stream).RecordAll(events);
        if (head is null) await table.UpsertEntityAsync(Rows.OfIndex(stream));
        var next = Head.Of(recorded[^1]);
        var actions = new List<TableTransactionAction>();
        foreach (var id in commandIds) actions.Add(new(TableTransactionActionType.Add, Rows.OfCommand(stream, id)));
        foreach (var row in await large.Pack(stream, recorded)) actions.Add(new(TableTransactionActionType.Add, row));
        actions.Add(head is null
            ? new(TableTransactionActionType.Add, next.ToRow(stream))
            : new(TableTransactionActionType.UpdateReplace, next.ToRow(stream), head.ETag));
        try
        {
            var stored = await table.SubmitTransactionAsync(actions);
            Know(stream, next with { ETag = stored.Value[^1].Headers.ETag!.Value });
            return new AppendResult.Appended(recorded);
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            // Somebody was first, perhaps this very append: its answer was lost, and the client has sent it again.
            return await Refused(stream, commandIds, await ReadHead(stream));
        }
    }

    private async Task<AppendResult> Refused(string stream, IReadOnlyList<string> commandIds, Head? head)
    {
        var stored = await Task.WhenAll(commandIds.Select(id => Has(stream, id)));
        return stored.Contains(true) ? new AppendResult.CommandAlreadyStored() : new AppendResult.WrongExpectedPlace(head?.Place ?? Place.Start);
    }

    private async Task<bool> Has(string stream, string commandId) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(Rows.Partition(stream), Rows.CommandKey(commandId), [nameof(TableEntity.RowKey)])).HasValue;

    private async Task<Head?> ReadHead(string stream, CancellationToken cancellationToken = default)
    {
        var before = known.GetValueOrDefault(stream);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Rows.Partition(stream), Head.Key, cancellationToken: cancellationToken);
        var head = row.HasValue ? Head.Of(row.Value!) : null;
        if (IsBehind(head, before)) throw Lose($"the log \"{stream}\" ends before, or reads otherwise than, what was stored of it");
        if (head is not null) Know(stream, head);
        return head;
    }

    /// <summary>
    /// Only up to the head that was read first: rows behind it may be of an append that is under way, where a storage lets them be
    /// seen.
    /// </summary>
    private async Task<IReadOnlyList<RecordedEvent>> ReadTo(Head? head, string stream, long afterSeq, int limit, CancellationToken cancellationToken)
    {
        var events = new List<RecordedEvent>();
        if (head is null || head.Seq <= afterSeq || limit == 0) return events;
        var rows = table.QueryAsync<TableEntity>(
            Rows.Events(stream, afterSeq, head.Seq), maxPerPage: Math.Min(limit, 1000), cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            foreach (var next in await large.Unpack(stream, row, cancellationToken))
            {
                if (next.Seq > afterSeq) events.Add(next);
                if (events.Count == limit) return events;
            }
        }
        return events;
    }
}
