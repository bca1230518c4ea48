using System.Text;

namespace IndustrialMap.Live.Journal.Tests;

public sealed class LogFileTests
{
    private static readonly RecordedEvent[] Log = Varied();

    private static RecordedEvent[] Varied()
    {
        byte[][] payloads =
        [
            [], "{}"u8.ToArray(), Encoding.UTF8.GetBytes("""{"name":"Шымкент, қаңылтыр құты — Shymkent 🚀","a":"\n\\"}"""),
            [0xEF, 0xBB, 0xBF, (byte)'x'],
            [0, 255, 0xC3, 0x28], "two\nlines\r\nand \u2028 more\0"u8.ToArray(), Encoding.UTF8.GetBytes(new string('ң', 300_000)),
        ];
        var chain = LogChain.Start("ұлттық \"show\"");
        var log = new List<RecordedEvent>();
        foreach (var payload in payloads)
        {
            var hash = log.Count % 2 == 0 ? default : new ReadOnlyMemory<byte>(Enumerable.Repeat((byte)log.Count, 32).ToArray());
            var at = DateTimeOffset.UnixEpoch.AddMilliseconds(-1 + log.Count);
            log.Add(chain.Record(new($"id {log.Count} қ", hash, at, payload, "type", payload)));
            chain = LogChain.At(log[^1]);
        }
        return [.. log];
    }

    private static async Task<byte[]> Exported(IReadOnlyList<RecordedEvent> log, long sealedFrom = 1)
    {
        using var file = new MemoryStream();
        var newest = log[^1];
        Assert.Equal(log.Count, await LogFileWriter.Write(
            file, new(newest.Stream, newest.Seq, newest.Seal, newest.At, sealedFrom), log.ToAsyncEnumerable(), CancellationToken.None));
        return file.ToArray();
    }

    private static async Task<(LogFileReader Reader, List<RecordedEvent> Events)> Read(byte[] file)
    {
        var reader = await LogFileReader.Open(new OneByOne(file), CancellationToken.None);
        return (reader, await reader.Events().ToListAsync());
    }

    private static async Task<LogFileException> Refused(string file)
    {
        var refused = await Assert.ThrowsAsync<LogFileException>(() => Read(Encoding.UTF8.GetBytes(file)));
        Assert.StartsWith($"Line {refused.Line}: ", refused.Message);
        return refused;
    }

    private static async Task<string> Text(int events = 3) => Encoding.UTF8.GetString(await Exported(Log[..events]));

    [Fact]
    public async Task A_log_that_was_exported_is_read_with_the_same_bytes_and_seals()
    {
        var (reader, events) = await Read(await Exported(Log, sealedFrom: 4));
        Assert.Equal((Log[0].Stream, 4), (reader.Log, reader.SealedFrom));
        Assert.Equal(Log.Select(Everything), events.Select(Everything));

        var verified = await LogVerification.Of(reader.Log, reader.SealedFrom, events.ToAsyncEnumerable());
        Assert.Equal((null, Log.Length, Convert.ToHexStringLower(Log[^1].Seal.Span)), (verified.Damage, verified.Seq, verified.Seal));
    }

    /// <summary>What ops/log-format.md describes, and other programs read.</summary>
    [Fact]
    public async Task A_file_is_a_line_for_itself_one_for_each_event_and_a_last_one()
    {
        var log = SealedLog.Of("show", 1);
        var changed = log[0] with { By = "{\"a\":1}"u8.ToArray(), Data = new byte[] { 255 }, CommandHash = new byte[32] };
        var lines = Encoding.UTF8.GetString(await Exported([changed])).Split('\n');
        Assert.Equal("""{"format":"industrialmap-log","version":1,"log":"show","sealedFrom":1}""", lines[0]);
        Assert.Equal(
            """{"seq":1,"commandId":"0","at":"1970-01-01T00:00:00.000Z","type":"type","seal":"""
            + $"\"{Convert.ToHexStringLower(log[0].Seal.Span)}\","
            + "\"commandHash\":\"" + new string('0', 64) + "\",\"by\":\"{\\\"a\\\":1}\",\"dataBase64\":\"/w==\"}", lines[1]);
        Assert.Equal("""{"events":1}""", lines[2]);
        Assert.Equal(("", 4), (lines[3], lines.Length));
    }

    [Fact]
    public async Task What_is_appended_while_a_log_is_exported_is_left_out()
    {
        using var file = new MemoryStream();
        var head = new StreamHead(Log[1].Stream, 2, Log[1].Seal, Log[1].At, 1);
        Assert.Equal(2, await LogFileWriter.Write(file, head, Log.ToAsyncEnumerable(), default));
        Assert.Equal(2, (await Read(file.ToArray())).Events.Count);
    }

    [Fact]
    public async Task A_file_that_ends_anywhere_before_its_end_is_refused()
    {
        var file = await Exported(Log[..3]);
        for (var length = 0; length < file.Length - 1; length++)
            await Assert.ThrowsAsync<LogFileException>(() => Read(file[..length]));
        Assert.Equal(3, (await Read(file[..^1])).Events.Count);

        var lines = (await Text()).Split('\n');
        Assert.Equal(4, (await Refused(string.Join('\n', lines[..3]) + "\n")).Line);
        Assert.Contains("ends early", (await Refused(string.Join('\n', lines[..4]) + "\n")).Message);
        Assert.Equal(4, (await Refused((await Text())[..^20])).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("null\n")]
    [InlineData("A text of another kind.\n")]
    [InlineData("{\"format\":\"something else\",\"version\":1,\"log\":\"show\",\"sealedFrom\":1}\n")]
    [InlineData("{\"format\":\"industrialmap-log\",\"version\":1,\"log\":\"show\",\"sealedFrom\":0}\n")]
    [InlineData("{\"format\":\"industrialmap-log\",\"version\":1,\"log\":null,\"sealedFrom\":1}\n")]
    [InlineData("{\"format\":\"industrialmap-log\",\"version\":1,\"sealedFrom\":1}\n")]
    public async Task A_file_of_another_kind_is_refused(string text) =>
        Assert.Contains("not the file of a log", (await Refused(text)).Message);

    [Fact]
    public async Task A_file_of_a_later_version_is_refused() =>
        Assert.Contains("of version 2", (await Refused((await Text()).Replace("\"version\":1", "\"version\":2"))).Message);

    [Theory]
    [InlineData("\"seq\":2,", "")]
    [InlineData("\"seq\":2,", "\"seq\":2,\"seq\":2,")]
    [InlineData("\"seq\":2,", "\"seq\":2,\"more\":1,")]
    [InlineData("\"seq\":2,", "\"seq\":\"2\",")]
    [InlineData("\"seq\":2,", "\"seq\":null,")]
    [InlineData("\"commandHash\":\"01", "\"commandHash\":\"0")]
    [InlineData("\"commandHash\":\"01", "\"commandHash\":\"x1")]
    [InlineData("\"seal\":\"", "\"seal\":\"0")]
    [InlineData("1970-01-01T00:00:00.000Z", "1970-01-01 00:00:00")]
    [InlineData("1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000+06:00")]
    [InlineData("\"by\":\"{}\"", "\"by\":\"\\ud800\"")]
    [InlineData("\"by\":\"{}\"", "\"byBase64\":\"e30\"")]
    [InlineData("\"by\":\"{}\"", "\"by\":\"{}\",\"byBase64\":\"e30=\"")]
    [InlineData("\"by\":\"{}\",", "")]
    [InlineData("{\"seq\":2", "\n{\"seq\":2")]
    public async Task A_line_that_is_not_as_it_was_written_is_refused_by_its_number(string was, string now)
    {
        var text = await Text();
        var second = text.IndexOf("{\"seq\":2", StringComparison.Ordinal);
        var at = text.IndexOf(was, second, StringComparison.Ordinal);
        Assert.True(at >= second, $"{was} is not there.");
        Assert.Equal(3, (await Refused(text[..at] + now + text[(at + was.Length)..])).Line);
    }

    [Fact]
    public async Task A_last_line_that_does_not_fit_or_is_not_the_last_is_refused()
    {
        var wrong = await Refused((await Text()).Replace("{\"events\":3}", "{\"events\":4}"));
        Assert.Contains("says that there are 4 events, and there are 3", wrong.Message);
        Assert.Equal(6, (await Refused(await Text() + "{}\n")).Line);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var header = Encoding.UTF8.GetBytes((await Text())[..((await Text()).IndexOf('\n') + 1)]);
        var reader = await LogFileReader.Open(new Endless(header), CancellationToken.None);
        var refused = await Assert.ThrowsAsync<LogFileException>(async () => await reader.Events().ToListAsync());
        Assert.Contains("Line 2: it is longer than 64 MB", refused.Message);
    }

    /// <summary>A byte changed anywhere in a file: it is refused, or it no longer fits its seals, or nothing was changed by it.</summary>
    [Fact]
    public async Task No_byte_of_a_file_can_be_changed_unseen()
    {
        var file = await Exported(Log[..3]);
        for (var at = 0; at < file.Length; at++)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 1;
            try
            {
                var (reader, events) = await Read(changed);
                var verified = await LogVerification.Of(reader.Log, reader.SealedFrom, events.ToAsyncEnumerable());
                // From where seals are as old as their events is the exporter's word, and not sealed.
                if (reader.SealedFrom != 1) continue;
                var same = events.Select(Everything).SequenceEqual(Log[..3].Select(Everything));
                Assert.True(verified.Damage is not null || same, $"Byte {at}");
            }
            catch (LogFileException)
            {
                // Refused: seen.
            }
        }
    }

    private static string Everything(RecordedEvent e) =>
        $"{e.Stream} {e.Place} {e.CommandId} {Convert.ToHexString(e.CommandHash.Span)} {e.At:O} " +
        $"{Convert.ToHexString(e.By.Span)} {e.Type} {Convert.ToHexString(e.Data.Span)}";

    /// <summary>Comes in small pieces, as from a slow disk.</summary>
    private sealed class OneByOne(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Length < 10_000 ? buffer[..1] : buffer, cancellationToken);
    }

    private sealed class Endless(byte[] first) : MemoryStream(first)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read) return read;
            buffer.Span.Fill((byte)' ');
            return buffer.Length;
        }
    }
}
