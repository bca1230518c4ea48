using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>What it does so that a storage that loses or changes something is seen before anything more is answered as stored.</summary>
public sealed partial class AzureTablesJournal
{
    private readonly ConcurrentDictionary<string, Place> known = new();
    private JournalLostException? lost;

    public string? Fault => Volatile.Read(ref lost)?.Message;

    /// <inheritdoc/>
    /// <remarks>A storage account has no file to look at: whether it answers is asked.</remarks>
    public async Task<bool> Ping(CancellationToken cancellationToken = default)
    {
        try
        {
            return await Watched(async () =>
            {
                await table.GetEntityIfExistsAsync<TableEntity>(Rows.Index, "ping", cancellationToken: cancellationToken);
                return true;
            });
        }
        catch (Exception unreachable) when (unreachable is AzureStorageException or JournalLostException)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<LogDamage>> CheckIntegrity(CancellationToken cancellationToken = default)
    {
        var damages = new List<LogDamage>();
        foreach (var stream in (await Streams(cancellationToken)).Select(head => head.Stream).Union(known.Keys).ToArray())
            if (await Watched(() => FirstDamage(stream, known.GetValueOrDefault(stream, Place.Start), cancellationToken)) is { } damage) damages.Add(damage);
        return damages;
    }

    private async Task<LogDamage?> FirstDamage(string stream, Place before, CancellationToken cancellationToken)
    {
        var verifier = new LogVerifier(stream, KeptSeal.Of(before));
        var commands = new Dictionary<string, long>();
        try
        {
            await foreach (var next in this.ReadAll(stream, cancellationToken))
            {
                if (!verifier.Add(next)) break;
                commands.TryAdd(Rows.CommandKey(next.CommandId), next.Seq);
            }
        }
        catch (LogDamagedException unreadable)
        {
            return unreadable.Damage;
        }
        if (verifier.End(sealedFrom: 1).Damage is { } damage) return damage;
        await foreach (var row in table.QueryAsync<TableEntity>(Rows.Commands(stream), select: [nameof(TableEntity.RowKey)], cancellationToken: cancellationToken))
            commands.Remove(row.RowKey);
        return commands.Count == 0 ? null : new(stream, commands.Values.Min(), LogDamageKind.CommandForgotten);
    }

    /// <param name="before">What this instance had stored or read of the log before it asked for the head.</param>
    private static bool IsBehind(Head? head, Place? before) =>
        before is not null && (head is null || head.Seq < before.Seq || (head.Seq == before.Seq && head.Place != before));

    private void Know(string stream, Head head)
    {
        heads.AddOrUpdate(stream, static (_, head) => head, static (_, before, head) => head.Seq >= before.Seq ? head : before, head);
        known.AddOrUpdate(stream, static (_, head) => head.Place, static (_, before, head) => head.Seq > before.Seq ? head.Place : before, head);
    }

    private JournalLostException Lose(string what)
    {
        var now = new JournalLostException(
            $"The journal in the storage account {table.AccountName} is another one than was opened: {what}. Nothing is stored from now on: "
            + "restore the right table, and start the console again.");
        return Interlocked.CompareExchange(ref lost, now, null) ?? now;
    }

    private async Task<T> Watched<T>(Func<Task<T>> work)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (Volatile.Read(ref lost) is { } before) throw new JournalLostException(before.Message, before);
        try
        {
            return await work();
        }
        catch (Exception failure) when (AzureStorageException.IsOne(failure))
        {
            throw new AzureStorageException(table.AccountName, failure);
        }
    }
}
