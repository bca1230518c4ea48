using System.Buffers.Binary;
using System.Runtime.InteropServices;
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
    private const int HeaderBytes = 32, FrameHeaderBytes = 24, FramesAtOnce = 6;
    private readonly SafeFileHandle file;
    private readonly byte[] header = new byte[HeaderBytes];
    private byte[] buffer = [], last = [];
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
        if (RandomAccess.Read(file, now, 0) < HeaderBytes) return !committed && last.Length == 0;
        // After all of it is in the database, the next commit begins it anew, with new salts.
        if (!now.SequenceEqual(header)) return Begin(now) && ReadCommits();
        var before = Frames;
        return ReadCommits() && (!committed || Frames > before);
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
        var length = FrameHeaderBytes + (int)BinaryPrimitives.ReadUInt32BigEndian(now[8..]);
        if (last.Length != length) (last, buffer) = (new byte[length], new byte[FramesAtOnce * length]);
        return true;
    }

    /// <summary>Up to the last whole commit. What stands behind it is from before, or of a commit under way.</summary>
    /// <returns>False if the newest commit that was read is not there any more.</returns>
    private bool ReadCommits()
    {
        // From the newest frame that was read: one call to the system then does for it and for what came since.
        var (number, a, b) = (Math.Max(Frames - 1, 0), sum0, sum1);
        var known = Frames > 0;
        while (true)
        {
            var read = buffer.AsSpan(0, RandomAccess.Read(file, buffer, HeaderBytes + (long)number * last.Length));
            if (known && !read.StartsWith(last)) return false;
            if (read.Length < last.Length) return true;
            for (; read.Length >= last.Length; read = read[last.Length..], number++, known = false)
            {
                if (known) continue;
                var frame = read[..last.Length];
                if (!Fits(frame, ref a, ref b)) return true;
                // The last frame of a commit says how many pages the database has.
                if (BinaryPrimitives.ReadUInt32BigEndian(frame[4..]) == 0) continue;
                (Frames, sum0, sum1) = (number + 1, a, b);
                frame.CopyTo(last);
            }
        }
    }

    /// <summary>Whether a frame belongs behind those whose sum is given; if so, the sum with it.</summary>
    private bool Fits(ReadOnlySpan<byte> frame, ref uint a, ref uint b)
    {
        if (!frame[8..16].SequenceEqual(header.AsSpan(16, 8))) return false;
        var bigEndian = (header[3] & 1) != 0;
        (a, b) = Checksum(a, b, frame[..8], bigEndian);
        (a, b) = Checksum(a, b, frame[FrameHeaderBytes..], bigEndian);
        return (BinaryPrimitives.ReadUInt32BigEndian(frame[16..]), BinaryPrimitives.ReadUInt32BigEndian(frame[20..])) == (a, b);
    }

    private static (uint, uint) Checksum(uint a, uint b, ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var words = MemoryMarshal.Cast<byte, uint>(bytes);
        var turned = bigEndian == BitConverter.IsLittleEndian;
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            a += (turned ? BinaryPrimitives.ReverseEndianness(words[i]) : words[i]) + b;
            b += (turned ? BinaryPrimitives.ReverseEndianness(words[i + 1]) : words[i + 1]) + a;
        }
        return (a, b);
    }
}
