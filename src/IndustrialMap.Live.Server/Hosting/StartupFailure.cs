using System.Net.Sockets;
using System.Security.Cryptography;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.AzureTables;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Orleans.Runtime.MembershipService;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>The server cannot start; the message says what, where and what to do.</summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// What keeps a server from starting, in words for whoever starts it. What is not known here is a fault of the program, and
/// shows its stack.
/// </summary>
internal static class StartupFailure
{
    private const string Certificate = "Kestrel__Certificates__Default__Path";
    private const string AnotherAddress = "Name another address with --urls or IndustrialMap__Urls.";

    /// <returns>Null: not known. The exit code is 2 for what was set, 1 for what the machine does not allow.</returns>
    internal static (int ExitCode, string Says)? Explain(Exception failure) => failure switch
    {
        OptionsValidationException wrong => (2, string.Join(Environment.NewLine, wrong.Failures)),
        InvalidDataException { InnerException: FormatException notJson } file =>
            (2, $"{file.Message} {notJson.InnerException?.Message ?? notJson.Message}"),
        StartupException or JournalUnusableException or JournalLostException or AzureStorageException => (1, failure.Message),
        IOException { InnerException: AddressInUseException } taken =>
            (1, $"{taken.Message} Stop the program that listens there. {AnotherAddress}"),
        OrleansClusterConnectivityCheckFailedException =>
            (1, "The other servers of the cluster do not answer this one: see that each reaches the others' --silo-address, and that their certificates are of one authority."),
        // Kestrel wraps its own.
        AddressInUseException =>
            (1, "The port of the silo is in use. Stop the program that listens there, or name another port with --silo-port or IndustrialMap__SiloPort."),
        SocketException refused => (1, $"The system does not allow to listen there: {refused.Message}. {AnotherAddress} A silo's is named with --silo-address."),
        InvalidOperationException https when https.Message.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal) =>
            (2, $"HTTPS needs a certificate: name its file in {Certificate} and its password in Kestrel__Certificates__Default__Password."),
        CryptographicException certificate => (2, $"The certificate in {Certificate} cannot be used: {certificate.Message}"),
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => (1, failure.Message),
        _ => null,
    };

    /// <summary>What is the matter with a database, and what to do.</summary>
    internal static string OfDatabase(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "the disk is full. Free space, and start again.",
        SQLitePCL.raw.SQLITE_IOERR => "the disk is full or broken. Free space or mend it, and start again.",
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => "it is damaged. Keep a copy of it, and restore a backup.",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
            "it cannot be opened for writing. See that it is a file, and that this user may write it and its folder.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "another program holds it. Stop that program, and start again.",
        _ => $"{failure.Message}",
    };
}
