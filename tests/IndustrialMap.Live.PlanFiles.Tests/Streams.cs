using System.Text;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class Streams
{
    [Fact]
    public void A_file_of_50_MB_that_tells_its_length_is_refused_without_reading_a_byte()
    {
        var file = new Spaces(50_000_000, tellsLength: true);
        WholeFiles.Only(PlanErrorCode.FileTooLarge, "", PlanReader.Read(file));
        Assert.Equal(0, file.Given);
    }

    [Fact]
    public async Task A_stream_without_an_end_is_refused_after_the_limit()
    {
        var file = new Spaces(long.MaxValue, tellsLength: false);
        WholeFiles.Only(PlanErrorCode.FileTooLarge, "", await PlanReader.ReadAsync(file));
        Assert.Equal(PlanLimits.MaxFileBytes + 1, file.Given);

        WholeFiles.Only(PlanErrorCode.FileTooLarge, "", PlanReader.Read(new Spaces(50_000_000, tellsLength: false)));
    }

    [Fact]
    public void A_file_of_exactly_the_limit_is_read() =>
        Assert.NotNull(PlanReader.Read(Encoding.UTF8.GetBytes(Example.File).Concat(Enumerable.Repeat((byte)' ', PlanLimits.MaxFileBytes)).Take(PlanLimits.MaxFileBytes).ToArray()).Plan);

    [Fact]
    public async Task A_stream_that_comes_in_small_pieces_reads_the_same()
    {
        var plan = Example.Read(Example.File).Plan!;
        var result = await PlanReader.ReadAsync(new Pieces(Encoding.UTF8.GetBytes(Example.File)));
        Assert.Equal(PlanWriter.Write(plan), PlanWriter.Write(result.Plan!));
    }

    private sealed class Pieces(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(7, buffer.Length)]);
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }

    private sealed class Spaces(long length, bool tellsLength) : Stream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var given = (int)Math.Min(buffer.Length, length - Given);
            buffer[..given].Fill((byte)' ');
            Given += given;
            return given;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => tellsLength;
        public override bool CanWrite => false;
        public override long Length => tellsLength ? length : throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
