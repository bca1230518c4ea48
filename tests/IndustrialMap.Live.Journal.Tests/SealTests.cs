using System.Security.Cryptography;
using System.Text;

namespace IndustrialMap.Live.Journal.Tests;

public sealed class SealTests
{
    private static readonly RecordedEvent First = LogChain.Start("show").Record(new(
        "c-1", default, DateTimeOffset.FromUnixTimeMilliseconds(1512536400123), """{"role":"server"}"""u8.ToArray(),
        "teleconference_drafted",
        Encoding.UTF8.GetBytes("""{"name":"Шымкент"}""")));

    /// <summary>Computed by another program, from the description alone.</summary>
    [Fact]
    public void A_seal_is_what_its_description_gives()
    {
        Assert.Equal("17699f7d841193a528a28190241db23dbd315722718146626afcd590843dbedc", Convert.ToHexStringLower(First.Seal.Span));
        var second = LogChain.At(First).Record(new(
            "c-2", SHA256.HashData("the whole command"u8), DateTimeOffset.FromUnixTimeMilliseconds(1512536401000), default, "started",
            new byte[] { 0, 255 }));
        Assert.Equal("0717168bf1281b1b5ddbc313f43fdafa35c3efb263a692011bcb46cf18853103", Convert.ToHexStringLower(second.Seal.Span));
    }

    public static TheoryData<string> Fields => [.. Changes.Keys];

    private static readonly Dictionary<string, Func<RecordedEvent, RecordedEvent>> Changes = new()
    {
        ["command id"] = e => e with { CommandId = "c-2" },
        ["command hash"] = e => e with { CommandHash = new byte[32] },
        ["time"] = e => e with { At = e.At.AddMilliseconds(1) },
        ["who"] = e => e with { By = "{}"u8.ToArray() },
        ["type"] = e => e with { Type = "Teleconference_drafted" },
        ["data"] = e => e with { Data = e.Data[..^1] },
        ["seal"] = e => e with { Seal = new byte[32] },
        ["a seal cut short"] = e => e with { Seal = e.Seal[..8] },
        ["a boundary between two fields"] = e => e with { CommandId = "c-", By = "1"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_change_of_any_field_breaks_the_seal(string field)
    {
        Assert.Null(LogChain.Start("show").Check(First));
        Assert.Equal(LogDamageKind.Changed, LogChain.Start("show").Check(Changes[field](First))!.Kind);
    }

    [Fact]
    public void A_seal_holds_for_its_own_log_only() => Assert.NotNull(LogChain.Start("other").Check(First));

    /// <summary>The buffer on the stack holds no more than 2 KB: both ways around must give the same.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2048)]
    [InlineData(1 << 20)]
    public void A_seal_of_an_event_of_any_size_is_what_its_description_gives(int size)
    {
        var data = Enumerable.Range(0, size).Select(i => (byte)i).ToArray();
        byte[] described =
        [
            0, 0, 0, 1, (byte)'s', 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, (byte)'c', 0, 0, 0, 0,
            0, 0, 0, 8, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 1, (byte)'t',
            0, (byte)(size >> 16), (byte)(size >> 8), (byte)size, .. data,
        ];
        var recorded = LogChain.Start("s").Record(new("c", default, DateTimeOffset.UnixEpoch.AddMilliseconds(-1), default, "t", data));
        Assert.Equal(SHA256.HashData(described), recorded.Seal.ToArray());
    }
}
