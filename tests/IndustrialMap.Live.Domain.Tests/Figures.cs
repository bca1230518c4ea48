using FsCheck;
using FsCheck.Fluent;
using static IndustrialMap.Live.Domain.Qualifier;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>How figures add up.</summary>
public class Figures
{
    private static readonly Figure? NotStated = null;

    public static TheoryData<Figure?[], Sum> Rules => new()
    {
        { [], new(0, Unit.Jobs, Exact, 0, 0) },
        { [Jobs(0)], new(0, Unit.Jobs, Exact, 1, 0) },
        { [Jobs(3), Jobs(4)], new(7, Unit.Jobs, Exact, 2, 0) },
        { [Jobs(3), Jobs(4, MoreThan)], new(7, Unit.Jobs, MoreThan, 2, 0) },
        { [Jobs(3), Jobs(4, About)], new(7, Unit.Jobs, About, 2, 0) },
        { [Jobs(3, MoreThan), Jobs(4, About)], new(7, Unit.Jobs, About, 2, 0) },
        { [Jobs(3), NotStated], new(3, Unit.Jobs, MoreThan, 1, 1) },
        { [Jobs(0), NotStated], new(0, Unit.Jobs, MoreThan, 1, 1) },
        { [Jobs(3, About), NotStated], new(3, Unit.Jobs, About, 1, 1) },
        { [NotStated], new(null, Unit.Jobs, Exact, 0, 1) },
        { [NotStated, NotStated], new(null, Unit.Jobs, Exact, 0, 2) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Figures_add_up_by_the_rule_in_any_order(Figure?[] parts, Sum sum)
    {
        Assert.Equal(sum, Sum.Of(Unit.Jobs, parts));
        Assert.Equal(sum, Sum.Of(Unit.Jobs, parts.Reverse()));
    }

    [Fact]
    public void It_does_not_matter_which_sum_is_added_to_which() => Prop.ForAll(Arb.From(Gen.Two(Sums)), pair =>
        Assert.Equal(pair.Item1.Plus(pair.Item2), pair.Item2.Plus(pair.Item1))).QuickCheckThrowOnFailure();

    [Fact]
    public void It_does_not_matter_which_sums_are_added_first() => Prop.ForAll(Arb.From(Gen.Three(Sums)), three =>
    {
        var (a, b, c) = three;
        Assert.Equal(a.Plus(b).Plus(c), a.Plus(b.Plus(c)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_nothing_changes_no_sum() => Prop.ForAll(Arb.From(Sums), sum =>
        Assert.Equal(sum, sum.Plus(Sum.Nothing(Unit.Jobs)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_beyond_64_bits_is_an_overflow_and_not_a_wrong_number()
    {
        var most = Sum.Of(Unit.Tenge, new Figure(long.MaxValue, Unit.Tenge));
        Assert.Throws<OverflowException>(() => most.Plus(Sum.Of(Unit.Tenge, new Figure(1, Unit.Tenge))));
        Assert.Equal(long.MaxValue, most.Plus(Sum.Of(Unit.Tenge, new Figure(0, Unit.Tenge))).Value);
    }

    [Fact]
    public void A_thousand_launches_with_the_largest_figure_fit() => Assert.Equal(
        1_000 * Figure.MaxValue,
        Sum.Of(Unit.Tenge, Enumerable.Repeat<Figure?>(new Figure(Figure.MaxValue, Unit.Tenge), 1_000)).Value);

    [Fact]
    public void Tenge_and_jobs_are_never_added()
    {
        Assert.Throws<ArgumentException>(() => Sum.Of(Unit.Tenge, Jobs(3)));
        Assert.Throws<ArgumentException>(() => Sum.Of(Unit.Tenge, [NotStated, Jobs(3)]));
        Assert.Throws<ArgumentException>(() => Sum.Nothing(Unit.Tenge).Plus(Sum.Of(Unit.Jobs, Jobs(3))));
        Assert.Throws<ArgumentException>(() => Sum.Of(Unit.Tenge, NotStated).Plus(Sum.Of(Unit.Jobs, NotStated)));
    }

    private static Gen<Sum> Sums =>
        from parts in Gen.ListOf(Gen.OneOf(
            Gen.Constant<Figure?>(null),
            from value in Gen.Choose(0, int.MaxValue)
            from qualifier in Gen.Elements(Enum.GetValues<Qualifier>())
            select (Figure?)Jobs(value, qualifier)))
        select Sum.Of(Unit.Jobs, parts.Take(5));

    private static Figure Jobs(long value, Qualifier qualifier = Exact) => new(value, Unit.Jobs, qualifier);
}
