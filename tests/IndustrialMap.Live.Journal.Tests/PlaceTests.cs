namespace IndustrialMap.Live.Journal.Tests;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("0", 0, "")]
    [InlineData("1-0123456789abcdef", 1, "0123456789abcdef")]
    [InlineData("9223372036854775807-0000000000000000", long.MaxValue, "0000000000000000")]
    public void A_place_is_written_and_read_as_seq_and_seal(string text, long seq, string seal)
    {
        Assert.Equal(new Place(seq, seal), Place.Parse(text));
        Assert.Equal(text, new Place(seq, seal).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-")]
    [InlineData("0-")]
    [InlineData("0-0123456789abcdef")]
    [InlineData("1-")]
    [InlineData("01-0123456789abcdef")]
    [InlineData("+1-0123456789abcdef")]
    [InlineData("-1-0123456789abcdef")]
    [InlineData(" 1-0123456789abcdef")]
    [InlineData("1-0123456789abcdef ")]
    [InlineData("1-0123456789ABCDEF")]
    [InlineData("1-0123456789abcde")]
    [InlineData("1-0123456789abcdef0")]
    [InlineData("1-0123456789abcdeg")]
    [InlineData("1-0123456789abcdef-1")]
    [InlineData("9223372036854775808-0123456789abcdef")]
    [InlineData("1x-0123456789abcdef")]
    public void What_is_no_place_is_refused(string? text)
    {
        Assert.False(Place.TryParse(text, out var place));
        Assert.Null(place);
        Assert.Contains("hex digits", Assert.Throws<FormatException>(() => Place.Parse(text!)).Message);
    }

    [Theory]
    [InlineData(0, "0123456789abcdef")]
    [InlineData(1, "")]
    [InlineData(-1, "0123456789abcdef")]
    [InlineData(1, "0123456789ABCDEF")]
    public void Seq_and_seal_that_do_not_go_together_make_no_place(long seq, string seal) =>
        Assert.Throws<ArgumentException>(() => new Place(seq, seal));

    [Fact]
    public void A_place_has_the_first_digits_of_its_events_seal()
    {
        Assert.Equal("7-000102030405060708"[..18], Place.At(7, Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()).ToString());
        Assert.Equal(Place.Start, Place.At(0, default));
    }
}
