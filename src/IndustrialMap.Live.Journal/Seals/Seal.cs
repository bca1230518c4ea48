using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IndustrialMap.Live.Journal;

/// <summary>
/// The seal of an event: SHA-256 over nine fields in this order, each preceded by its length in bytes as a 32-bit unsigned
/// number, high byte first:
/// <list type="number">
/// <item>the stream's name, UTF-8</item>
/// <item>the seal of the event before, 32 bytes; empty for the first event</item>
/// <item>seq, as a 64-bit number, high byte first</item>
/// <item>the command's id, UTF-8</item>
/// <item>the command's hash, 32 bytes, or empty</item>
/// <item>the time, milliseconds since 1970 UTC, as a signed 64-bit number, high byte first</item>
/// <item>who, the stored bytes</item>
/// <item>the event's name, UTF-8</item>
/// <item>data, the stored bytes</item>
/// </list>
/// The same in every journal and in the file of a log: ops/log-format.md says how to compute it without this program. Text that
/// is no valid Unicode is sealed as it is stored, with U+FFFD.
/// </summary>
public static class Seal
{
    /// <summary>In bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const int Fields = 9;

    /// <param name="before">The seal of the event before; empty for the first.</param>
    public static byte[] Of(
        string stream, ReadOnlySpan<byte> before, long seq, string commandId, ReadOnlySpan<byte> commandHash, DateTimeOffset at,
        ReadOnlySpan<byte> by, string type, ReadOnlySpan<byte> data)
    {
        // One buffer and one call: several small calls to the hash cost more than the copy.
        var longest = Fields * sizeof(uint) + 2 * sizeof(long) + before.Length + commandHash.Length + by.Length + data.Length
            + Encoding.UTF8.GetMaxByteCount(stream.Length + commandId.Length + type.Length);
        byte[]? rented = null;
        var buffer = longest <= 2048 ? stackalloc byte[2048] : rented = ArrayPool<byte>.Shared.Rent(longest);
        var fields = new FieldWriter(buffer);
        fields.Add(stream);
        fields.Add(before);
        fields.Add(seq);
        fields.Add(commandId);
        fields.Add(commandHash);
        fields.Add(at.ToUnixTimeMilliseconds());
        fields.Add(by);
        fields.Add(type);
        fields.Add(data);
        var seal = SHA256.HashData(fields.Written);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return seal;
    }

    private ref struct FieldWriter(Span<byte> buffer)
    {
        private readonly Span<byte> buffer = buffer;
        private int length;

        public readonly ReadOnlySpan<byte> Written => buffer[..length];

        public void Add(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(buffer[(length + sizeof(uint))..]);
            Close(bytes.Length);
        }

        public void Add(string text) => Close(Encoding.UTF8.GetBytes(text, buffer[(length + sizeof(uint))..]));

        public void Add(long number)
        {
            BinaryPrimitives.WriteInt64BigEndian(buffer[(length + sizeof(uint))..], number);
            Close(sizeof(long));
        }

        private void Close(int bytes)
        {
            BinaryPrimitives.WriteUInt32BigEndian(buffer[length..], (uint)bytes);
            length += sizeof(uint) + bytes;
        }
    }
}
