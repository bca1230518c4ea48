using System.Data.Common;
using Azure;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>
/// The storage account did not answer, or refused. Whether an append under way was stored is not known: whoever reads on finds out.
/// </summary>
public sealed class AzureStorageException(string account, Exception cause) : DbException(
    $"The storage account {account} did not do what it was asked: {Reason(cause)}.", cause)
{
    /// <summary>What Azure's client throws, when it has tried as often as it may, for a service that refuses, is away, or is late.</summary>
    internal static bool IsOne(Exception failure) => failure is RequestFailedException or AggregateException or TaskCanceledException { CancellationToken.IsCancellationRequested: false }
        or TaskCanceledException { InnerException: TimeoutException } or HttpRequestException or IOException;

    /// <summary>One line: what such an exception says of itself holds whole headers.</summary>
    internal static string Reason(Exception failure) => failure switch
    {
        RequestFailedException { Status: > 0 } refused => $"it answers {refused.Status} {refused.ErrorCode}".TrimEnd(),
        AggregateException many => Reason(many.InnerExceptions[^1]),
        _ => failure.Message.Split('\n')[0].TrimEnd('.', '\r'),
    };
}
