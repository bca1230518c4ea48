using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>
/// A storage account, with clients that wait for as long as a show can: an answer comes in some milliseconds or never, everybody's
/// commands wait behind one append, and who gave them is told after ten seconds.
/// </summary>
public sealed class StorageAccount
{
    /// <summary>Of the journal's table and of its container.</summary>
    internal const string TableName = "industrialmapjournal", ContainerName = "industrialmap-journal";

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2);

    private StorageAccount(string connectionString, Action<ClientOptions> configure)
    {
        Tables = new(connectionString, Patient(new TableClientOptions(), configure));
        Blobs = new(connectionString, Patient(new BlobClientOptions(), configure));
    }

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    /// <param name="connectionString">It is a secret, and is in no message.</param>
    /// <exception cref="JournalUnusableException">It is none.</exception>
    public static StorageAccount Parse(string connectionString) => Parse(connectionString, _ => { });

    internal static StorageAccount Parse(string connectionString, Action<ClientOptions> configure)
    {
        try
        {
            return new(connectionString, configure);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            // What is wrong with it may be quoted in what the client says, and with it the account's key.
            throw new JournalUnusableException("The connection string is none of a storage account: copy it anew from the account's access keys.");
        }
    }

    /// <summary>Makes the journal's table and container if they are not there.</summary>
    /// <exception cref="JournalUnusableException">The account cannot be reached or used; the message says what to do.</exception>
    public AzureTablesJournal OpenJournal()
    {
        var (table, blobs) = (Tables.GetTableClient(TableName), Blobs.GetBlobContainerClient(ContainerName));
        Prepare(() => (table.CreateIfNotExists(), blobs.CreateIfNotExists()));
        return new(table, new(blobs));
    }

    /// <summary>Does what a start needs of the account.</summary>
    /// <exception cref="JournalUnusableException">The account cannot be reached or used; the message says what to do.</exception>
    public T Prepare<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (AzureStorageException.IsOne(failure))
        {
            throw new JournalUnusableException(
                $"The storage account {Tables.AccountName} cannot be used: {AzureStorageException.Reason(failure)}. "
                + "See that its address and key are right and that this machine reaches it.", failure);
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
