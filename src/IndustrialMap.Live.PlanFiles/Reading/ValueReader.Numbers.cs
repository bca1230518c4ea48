using System.Globalization;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Reading;

internal sealed partial class ValueReader
{
    /// <summary>A figure, or a bare number, which is exact; null if it is not stated or wrong.</summary>
    public Figure? Figure(Node? node, Unit unit)
    {
        if (node is { Kind: NodeKind.Number }) return Whole(node, 0, PlanLimits.MaxFigure) is { } bare ? new(bare, unit) : null;
        if (!Is(node, NodeKind.Object, errors, "figure") || ObjectReader.Read(node, errors, "value", "qualifier") is not { } fields) return null;
        var value = Whole(fields.Required("value"), 0, PlanLimits.MaxFigure);
        var qualifier = Choice<Qualifier>(fields.Optional("qualifier")) ?? Qualifier.Exact;
        return value is null ? null : new(value.Value, unit, qualifier);
    }

    public int? ConfirmationSeconds(Node? node) => (int?)Whole(node, 1, PlanLimits.MaxConfirmationSeconds);

    /// <summary>A whole number, judged as it is written: 1.0 and 1e3 are refused, for no reader may guess what was meant.</summary>
    public long? Whole(Node? node, long min, long max)
    {
        if (!Is(node, NodeKind.Number, errors)) return null;
        var written = node!.Value;
        var fits = long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        PlanErrorCode? wrong =
            written.StartsWith('-') ? PlanErrorCode.NegativeNumber
            : written.Contains('e') || written.Contains('E') ? PlanErrorCode.Exponent
            : written.Contains('.') ? PlanErrorCode.Fraction
            : !fits ? PlanErrorCode.BeyondSixtyFourBits
            : value > PlanLimits.MaxFigure ? PlanErrorCode.BeyondExact
            : value < min || value > max ? PlanErrorCode.OutOfRange
            : null;
        if (wrong is null) return value;
        errors.Add(node, wrong.Value, ("found", written), ("least", $"{min}"), ("most", $"{max}"));
        return null;
    }
}
