using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// The folder where everything is kept: the journal, who may sign in, the keys of the cookies. It is made before anything is
/// opened in it. The only file that names a journal.
/// </summary>
internal sealed class DataDirectory
{
    /// <summary>What Linux, macOS and Windows say of a file that somebody else holds.</summary>
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020)];

    private const string OldAccess = "access.db";

    private readonly string path;

    /// <exception cref="StartupException">It cannot be made.</exception>
    public DataDirectory(IOptions<ServerOptions> options)
    {
        path = Path.GetFullPath(options.Value.DataFolder);
        try
        {
            Keys = Directory.CreateDirectory(path).CreateSubdirectory("keys");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The data folder {path} cannot be used: {Reason(failure)} "
                + "Name another folder with --data, or mend this one, and start again.", failure);
        }
    }

    internal DirectoryInfo Keys { get; }

    /// <exception cref="JournalUnusableException">The journal's file cannot be used; the message says what to do.</exception>
    internal IJournal OpenJournal() => Open("journal.db", SqliteJournal.Open);

    internal string OpenGrainStates() => Open("grains.db", GrainStates.Open);

    /// <summary>What was kept of invitations and sign-ins before they were the grains'; null: there is no such file, or not any more.</summary>
    internal (string File, T Kept)? ReadOldAccess<T>(Func<string, T> read) =>
        File.Exists(Path.Combine(path, OldAccess)) ? (Path.Combine(path, OldAccess), Open(OldAccess, read)) : null;

    /// <summary>The lock ends with its process, however that ends; the file stays, and says nothing.</summary>
    /// <exception cref="StartupException">Another server holds it.</exception>
    internal FileStream HoldForServer()
    {
        var file = Path.Combine(path, "server.lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (InUse.Contains(taken.HResult))
        {
            throw new StartupException($"Another server holds the data folder {path}. Stop that one, or name another folder with --data.", taken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{file} cannot be used: see that it is a file, and that this user may write it and its folder.", failure);
        }
    }

    /// <summary>A failure of what is kept here, with the place.</summary>
    internal StartupException Located(SqliteException failure) =>
        new($"The data folder {path} cannot be used: {StartupFailure.OfDatabase(failure)}", failure);

    /// <inheritdoc cref="Located(SqliteException)"/>
    internal StartupException Located(AccessUnavailableException failure) =>
        new($"The data folder {path} cannot be used: {failure.Message} Free space on its disk or mend it, and start again.", failure);

    private T Open<T>(string name, Func<string, T> open)
    {
        var file = Path.Combine(path, name);
        try
        {
            return open(file);
        }
        catch (SqliteException failure)
        {
            throw new StartupException($"{file} cannot be used: {StartupFailure.OfDatabase(failure)}", failure);
        }
    }

    private string Reason(Exception failure) =>
        File.Exists(path) ? "it is a file."
        : failure is UnauthorizedAccessException ? "this user may not write there."
        : failure.Message.EndsWith('.') ? failure.Message : $"{failure.Message}.";
}
