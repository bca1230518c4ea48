using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>What a figure counts. Tenge are whole tenge, never thousands or millions.</summary>
public enum Unit { Projects, Tenge, Jobs }

/// <summary>How sure a figure is, as its source words it: "127", "more than 10 thousand", "about 12 thousand".</summary>
public enum Qualifier { Exact, MoreThan, About }

/// <summary>
/// A stated figure. A figure that its source does not state is a <c>null</c>, never a zero.
/// </summary>
/// <param name="Value">Whole units, 0 to <see cref="MaxValue"/>.</param>
public sealed record Figure([property: JsonRequired] long Value, [property: JsonRequired] Unit Unit, Qualifier Qualifier = Qualifier.Exact)
{
    /// <summary>2^53 - 1: the largest whole number that every JSON reader keeps exact (RFC 8259, section 6).</summary>
    public const long MaxValue = 9_007_199_254_740_991;
}

/// <summary>
/// A sum of figures, by the rule of the design: values add; "about" if any part is about, else "more than" if any
/// part is more than or not stated, else exact. With parts but no stated one the sum itself is not stated
/// (<see cref="Value"/> is null). The sum of no parts is exactly 0: nothing has been launched yet.
/// </summary>
/// <param name="Stated">How many parts had a figure.</param>
/// <param name="NotStated">How many parts had none.</param>
public sealed record Sum(long? Value, Unit Unit, Qualifier Qualifier, int Stated, int NotStated)
{
    public static Sum Nothing(Unit unit) => new(0, unit, Qualifier.Exact, 0, 0);

    public static Sum Of(Unit unit, Figure? part) =>
        part is null ? new(null, unit, Qualifier.Exact, 0, 1)
        : part.Unit == unit ? new(part.Value, unit, part.Qualifier, 1, 0)
        : throw new ArgumentException($"A {part.Unit} figure cannot be part of a {unit} sum.", nameof(part));

    /// <exception cref="OverflowException">The values do not fit in 64 bits.</exception>
    public static Sum Of(Unit unit, IEnumerable<Figure?> parts) =>
        parts.Aggregate(Nothing(unit), (sum, part) => sum.Plus(Of(unit, part)));

    /// <exception cref="OverflowException">The values do not fit in 64 bits.</exception>
    /// <exception cref="ArgumentException">The other sum counts something else.</exception>
    public Sum Plus(Sum other)
    {
        if (other.Unit != Unit) throw new ArgumentException($"A {other.Unit} sum cannot be added to a {Unit} sum.", nameof(other));
        int stated = Stated + other.Stated, notStated = NotStated + other.NotStated;
        if (stated == 0 && notStated > 0) return new(null, Unit, Qualifier.Exact, 0, notStated);
        var qualifier =
            Qualifier == Qualifier.About || other.Qualifier == Qualifier.About ? Qualifier.About
            : Qualifier == Qualifier.MoreThan || other.Qualifier == Qualifier.MoreThan || notStated > 0 ? Qualifier.MoreThan
            : Qualifier.Exact;
        return new(checked((Value ?? 0) + (other.Value ?? 0)), Unit, qualifier, stated, notStated);
    }
}
