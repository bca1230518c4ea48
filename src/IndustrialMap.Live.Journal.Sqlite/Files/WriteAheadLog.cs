using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>
/// Reads along in the file beside the database (sqlite.org/fileformat2.html, "The WAL File Format"), to see that what was
/// committed stands there: a cut that the next write papers over leaves a hole, which SQLite itself finds only after a restart.
/// Its frames hold a running checksum, so that a frame that fits shows that all before it was whole when it was read.
/// Not safe for several threads. SQLite keeps no locks on this file, so a handle of our own does no harm.
/// </summary>
internal sealed class WriteAheadLog : IDisposable
{
    private const int HeaderBytes = 32, FrameHeaderBytes = 24;
    private readonly SafeFileHandle file;
    private readonly byte[] header = new byte[HeaderBytes];
    private byte[] frame = [], last = [];
    private uint sum0, sum1;

    /// <param name="path">The file must be there.</param>
    public WriteAheadLog(string path)
    {
        file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        ReadOn(committed: false);
    }

    /// <summary>How many frames stand in it up to the newest commit; a frame is a page of the database.</summary>
    public int Frames { get; private set; }

    /// <summary>Reads what was committed since.</summary>
    /// <param name="committed">There must be something.</param>
    /// <returns>
    /// False if what stood there does not: the newest commit that was read, or the file's beginning. Another process that writes
    /// just now may give that picture for a moment.
    /// </returns>
    public bool ReadOn(bool committed)
    {
        Span<byte> now = stackalloc byte[HeaderBytes];
        if (RandomAccess.Read(file, now, 0) < HeaderBytes) return !committed && frame.Length == 0;
        if (!now.SequenceEqual(header))
        {
            // After all of it is in the database, the next commit begins it anew, with new salts.
            if (!Begin(now)) return false;
            ReadCommits();
            return true;
        }
        if (Frames > 0 && !(Read(frame, Frames - 1) && frame.AsSpan().SequenceEqual(last))) return false;
        var before = Frames;
        ReadCommits();
        return !committed || Frames > before;
    }

    public void Dispose() => file.Dispose();

    private bool Begin(ReadOnlySpan<byte> now)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(now);
        if ((magic & ~1u) != 0x377f0682) return false;
        var sum = Checksum(0, 0, now[..24], bigEndian: (magic & 1) != 0);
        if (sum != (BinaryPrimitives.ReadUInt32BigEndian(now[24..]), BinaryPrimitives.ReadUInt32BigEndian(now[28..]))) return false;
        now.CopyTo(header);
        (sum0, sum1) = sum;
        Frames = 0;
        // The format writes a page of 65536 bytes as 1.
        var page = (int)BinaryPrimitives.ReadUInt32BigEndian(now[8..]);
        if (frame.Length != FrameHeaderBytes + page) (frame, last) = (new byte[FrameHeaderBytes + page], new byte[FrameHeaderBytes + page]);
        return true;
    }

    /// <summary>Up to the last whole commit. What stands behind it is from before, or of a commit under way.</summary>
    private void ReadCommits()
    {
        var (a, b) = (sum0, sum1);
        for (var number = Frames; Read(frame, number) && frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)); number++)
        {
            (a, b) = Checksum(a, b, frame.AsSpan(0, 8), header[3] == 0x83);
            (a, b) = Checksum(a, b, frame.AsSpan(FrameHeaderBytes), header[3] == 0x83);
            if (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(16)) != a || BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(20)) != b) return;
            if (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) == 0) continue;
            (Frames, sum0, sum1) = (number + 1, a, b);
            frame.CopyTo(last, 0);
        }
    }

    private bool Read(byte[] into, int number) => RandomAccess.Read(file, into, HeaderBytes + (long)number * into.Length) == into.Length;

    private static (uint, uint) Checksum(uint a, uint b, ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        for (; bytes.Length > 0; bytes = bytes[8..])
        {
            a += (bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes)) + b;
            b += (bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..])) + a;
        }
        return (a, b);
    }
}
