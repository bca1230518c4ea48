using System.Runtime.InteropServices;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>
/// Linux's own call for what <see cref="FileInfo"/> does not tell: device and inode. Nothing is opened: closing a second handle on
/// the database would drop the locks that SQLite holds on it in this process.
/// </summary>
internal static partial class Statx
{
    private const int CurrentFolder = -100, NoFlags = 0, NoSuchCall = 38;
    private const uint Inode = 0x100, Length = 0x200, Modified = 0x40;
    private static volatile bool missing;

    /// <param name="modified">
    /// Whether to ask when it was modified. After a file was asked, Linux from 6.13 on writes an exact time with the next write to it,
    /// which the next sync then has to put on disk too.
    /// </param>
    /// <returns>False if this system has no such call; otherwise what it tells, null if there is no such file.</returns>
    public static bool Of(string path, bool modified, out FileStamp? stamp)
    {
        stamp = null;
        if (missing) return false;
        try
        {
            var fields = modified ? Inode | Length | Modified : Inode | Length;
            if (Call(CurrentFolder, path, NoFlags, fields, out var found) == 0) stamp = found.ToStamp(modified);
            else missing = Marshal.GetLastPInvokeError() == NoSuchCall;
        }
        catch (EntryPointNotFoundException)
        {
            missing = true;
        }
        return !missing;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Call(int folder, string path, int flags, uint mask, out Found found);

    /// <summary>struct statx of linux/stat.h, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Found
    {
        [FieldOffset(32)] public ulong Inode;
        [FieldOffset(40)] public ulong Length;
        [FieldOffset(112)] public long ModifiedSeconds;
        [FieldOffset(120)] public uint ModifiedNanoseconds;
        [FieldOffset(136)] public uint DeviceMajor;
        [FieldOffset(140)] public uint DeviceMinor;

        public readonly FileStamp ToStamp(bool modified) => new(
            ((ulong)DeviceMajor << 32 | DeviceMinor, Inode), (long)Length,
            modified ? ModifiedSeconds * 1_000_000_000 + ModifiedNanoseconds : 0);
    }
}
