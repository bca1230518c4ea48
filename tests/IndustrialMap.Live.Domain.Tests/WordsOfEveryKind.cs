using System.Globalization;
using System.Text;
using static System.Globalization.UnicodeCategory;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>The rule for what people write, over all that Unicode has.</summary>
public class WordsOfEveryKind
{
    private static readonly IReadOnlyList<Rune> All =
        [.. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value))];

    [Theory]
    [InlineData(Control, 65)]
    [InlineData(LineSeparator, 1)]
    [InlineData(ParagraphSeparator, 1)]
    public void Nothing_of_a_kind_that_controls_may_stand(UnicodeCategory kind, int count)
    {
        var runes = Of(kind);
        Assert.Equal(count, runes.Count);
        Assert.All(runes, rune => Assert.True(Words.IsDisallowed(rune), Name(rune)));
    }

    [Fact]
    public void Of_the_formats_only_the_two_joiners_may_stand() =>
        Assert.Equal(["U+200C", "U+200D"], Of(Format).Where(rune => !Words.IsDisallowed(rune)).Select(Name));

    [Theory]
    [InlineData(UppercaseLetter)]
    [InlineData(LowercaseLetter)]
    [InlineData(TitlecaseLetter)]
    [InlineData(ModifierLetter)]
    [InlineData(DecimalDigitNumber)]
    [InlineData(LetterNumber)]
    [InlineData(OtherNumber)]
    [InlineData(SpacingCombiningMark)]
    [InlineData(EnclosingMark)]
    [InlineData(ConnectorPunctuation)]
    [InlineData(DashPunctuation)]
    [InlineData(OpenPunctuation)]
    [InlineData(ClosePunctuation)]
    [InlineData(InitialQuotePunctuation)]
    [InlineData(FinalQuotePunctuation)]
    [InlineData(OtherPunctuation)]
    [InlineData(MathSymbol)]
    [InlineData(CurrencySymbol)]
    [InlineData(ModifierSymbol)]
    [InlineData(OtherSymbol)]
    [InlineData(SpaceSeparator)]
    public void All_of_a_kind_that_is_seen_may_stand(UnicodeCategory kind)
    {
        Assert.NotEmpty(Of(kind));
        Assert.DoesNotContain(Of(kind), Words.IsDisallowed);
    }

    /// <summary>Two kinds hold characters that nobody sees among thousands that everybody does.</summary>
    [Theory]
    [InlineData(OtherLetter, "U+115F U+1160 U+3164 U+FFA0")]
    [InlineData(NonSpacingMark, "U+034F U+17B4 U+17B5 U+180B U+180C U+180D U+180F", "U+E0100", "U+E01EF")]
    public void Of_letters_and_marks_only_the_invisible_may_not_stand(
        UnicodeCategory kind, string plain, string? first = null, string? last = null)
    {
        var disallowed = Of(kind).Where(Words.IsDisallowed).ToArray();
        Assert.Equal(plain, string.Join(' ', disallowed.Where(rune => rune.IsBmp).Select(Name)));
        var beyond = disallowed.Where(rune => !rune.IsBmp).Select(Name).ToArray();
        Assert.Equal((first, last), (beyond.FirstOrDefault(), beyond.LastOrDefault()));
    }

    [Fact]
    public void No_mark_that_turns_the_direction_may_stand() => Assert.All(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".EnumerateRunes(),
        rune => Assert.True(Words.IsDisallowed(rune), Name(rune)));

    private static List<Rune> Of(UnicodeCategory kind) => [.. All.Where(rune => Rune.GetUnicodeCategory(rune) == kind)];

    private static string Name(Rune rune) => $"U+{rune.Value:X4}";
}
