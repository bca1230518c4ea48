namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>
/// Sees that the files of a journal that is open are still the ones that were opened, and whole. An open file goes on working
/// after it was moved, deleted or replaced, and what is written to it then is gone with the process. Safe for several threads.
/// </summary>
/// <remarks>
/// While the journal is open none of its files is made anew and none shrinks: nothing of it is ever deleted. The database itself
/// is written by a checkpoint only, so that any other change of it is somebody else's.
/// </remarks>
internal sealed class FileGuard : IDisposable
{
    private readonly Lock turn = new();
    private readonly WatchedFile database, writeAheadLog, sharedMemory;
    private readonly WriteAheadLog commits;

    /// <param name="path">A database in WAL mode that this process has open.</param>
    public FileGuard(string path)
    {
        database = new(path, timed: true);
        writeAheadLog = new($"{path}-wal", timed: false);
        sharedMemory = new($"{path}-shm", timed: false);
        commits = new WriteAheadLog(writeAheadLog.Path);
    }

    /// <summary>How many pages wait to be moved into the database.</summary>
    public int Frames => commits.Frames;

    /// <summary>Looks whether the files are the ones that were opened.</summary>
    /// <param name="written">
    /// True, until it is accepted, if somebody else has written to the database: another process of ours by a checkpoint, or
    /// another program, and then it may hold anything.
    /// </param>
    /// <returns>What has happened to one of them; null if nothing has.</returns>
    public string? Look(out bool written)
    {
        lock (turn) return database.Look(out written) ?? writeAheadLog.Look(out _) ?? sharedMemory.Look(out _);
    }

    /// <summary>As <see cref="Look"/>, and whether what was committed stands in the write-ahead log. For one caller at a time.</summary>
    /// <param name="committed">This process has just committed.</param>
    public string? LookInside(bool committed, out bool written)
    {
        if (Look(out written) is { } gone) return gone;
        for (var patience = 3; !commits.ReadOn(committed); patience--)
        {
            if (patience == 0) return $"{writeAheadLog.Path} was cut or overwritten while it was open";
            // Another process may have been seen in the middle of writing.
            Thread.Sleep(1);
        }
        return null;
    }

    /// <summary>Moves commits into the database, and takes its change as ours.</summary>
    public void Checkpoint(Action checkpoint)
    {
        lock (turn)
        {
            checkpoint();
            database.Accept();
        }
    }

    /// <summary>What is in the database now is what we know.</summary>
    public void Accept()
    {
        lock (turn) database.Accept();
    }

    public void Dispose() => commits.Dispose();

    /// <param name="timed">Whether it matters when it was last written, as it does not for what is written all the time.</param>
    private sealed class WatchedFile(string path, bool timed)
    {
        private FileStamp known = FileStamp.Of(path, timed) ?? throw new FileNotFoundException($"{path} is not there.", path);

        public string Path => path;

        public string? Look(out bool written)
        {
            written = false;
            if (FileStamp.Of(path, timed) is not { } now)
                return $"{path} was moved or deleted while it was open, or can no longer be looked at";
            if (now.Identity != known.Identity) return $"{path} was replaced by another file while it was open";
            if (now.Length < known.Length) return $"{path} was cut from {known.Length} to {now.Length} bytes while it was open";
            written = timed && now.Modified != known.Modified;
            // What was written has to be accepted first.
            if (!written) known = now;
            return null;
        }

        public void Accept() => known = FileStamp.Of(path, timed) ?? known;
    }
}
