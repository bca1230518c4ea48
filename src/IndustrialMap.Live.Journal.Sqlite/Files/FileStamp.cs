namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>What a file system tells of the file that has a name now.</summary>
/// <param name="Identity">The same for as long as it is the same file, whatever its content.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Modified">When its content was last written, if that was asked for; only to be compared.</param>
internal readonly record struct FileStamp((ulong Device, ulong Number) Identity, long Length, long Modified)
{
    /// <param name="modified">Whether that is asked for: see <see cref="Statx.Of"/>.</param>
    /// <returns>Null if there is none, or it cannot be looked at.</returns>
    public static FileStamp? Of(string path, bool modified) =>
        OperatingSystem.IsLinux() && Statx.Of(path, modified, out var stamp) ? stamp : Portable(path);

    /// <summary>Where there is no statx. On Windows an open file of SQLite's cannot be moved or deleted.</summary>
    internal static FileStamp? Portable(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new((0, (ulong)file.CreationTimeUtc.Ticks), file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }
}
