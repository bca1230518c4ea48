using Azure;
using Azure.Data.Tables;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>The newest event of a stream, as the row says that every append changes.</summary>
/// <param name="Seal">32 bytes.</param>
/// <param name="ETag">Of the row; by it an append finds out that another one was first.</param>
internal sealed record Head(long Seq, byte[] Seal, DateTimeOffset At, ETag ETag)
{
    internal const string Key = "head";

    internal Place Place { get; } = Place.At(Seq, Seal);

    internal static Head Of(RecordedEvent newest) => new(newest.Seq, newest.Seal.ToArray(), newest.At, default);

    internal static Head Of(TableEntity row) => new(
        row.GetInt64(nameof(Seq)) ?? 0, row.GetBinary(nameof(Seal)) ?? [],
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(nameof(At)) ?? 0), row.ETag);

    internal TableEntity ToRow(string stream) => new(Rows.Partition(stream), Key)
    {
        [nameof(Seq)] = Seq, [nameof(Seal)] = Seal, [nameof(At)] = At.ToUnixTimeMilliseconds(),
    };
}

internal static class Heads
{
    /// <summary>To number and seal what comes behind.</summary>
    internal static LogChain Chain(this Head? head, string stream) => head is null ? LogChain.Start(stream) : LogChain.At(stream, head.Seq, head.Seal);
}
