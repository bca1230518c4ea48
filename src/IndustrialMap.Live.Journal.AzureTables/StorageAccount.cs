using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>Opens a storage account for the journal, and says in a sentence why it cannot be.</summary>
internal static class StorageAccount
{
    /// <summary>Of the table and of the container.</summary>
    internal const string TableName = "industrialmapjournal", ContainerName = "industrialmap-journal";

    /// <summary>
    /// An answer comes in some milliseconds or never: who gives a command waits for no more than ten seconds in all, and everybody's
    /// commands wait behind this one.
    /// </summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2);

    /// <exception cref="JournalUnusableException">It cannot be reached or used.</exception>
    internal static AzureTablesJournal Open(string connectionString, Action<ClientOptions> configure)
    {
        try
        {
            var table = new TableServiceClient(connectionString, Patient(new TableClientOptions(), configure)).GetTableClient(TableName);
            var blobs = new BlobContainerClient(connectionString, ContainerName, Patient(new BlobClientOptions(), configure));
            table.CreateIfNotExists();
            blobs.CreateIfNotExists();
            return new(table, new(blobs));
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException or UriFormatException)
        {
            // What is wrong with it may be quoted in what the client says, and with it the account's key.
            throw new JournalUnusableException("The connection string is none of a storage account: copy it anew from the account's access keys.");
        }
        catch (Exception failure) when (AzureStorageException.IsOne(failure))
        {
            throw new JournalUnusableException(
                $"The storage account cannot be used: {AzureStorageException.Reason(failure)}. See that its address and key are right and that this machine reaches it.", failure);
        }
    }

    private static T Patient<T>(T options, Action<ClientOptions> configure) where T : ClientOptions
    {
        (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (2, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));
        options.Retry.NetworkTimeout = AnswerWithin;
        options.Diagnostics.IsLoggingEnabled = options.Diagnostics.IsTelemetryEnabled = options.Diagnostics.IsDistributedTracingEnabled = false;
        configure(options);
        return options;
    }
}
