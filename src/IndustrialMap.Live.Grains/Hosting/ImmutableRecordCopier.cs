using Orleans.Serialization.Cloning;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// Hands a record on as it is where Orleans would copy it on the way from one grain to another in one process: all of ours are
/// immutable, so a copy would cost its bytes and show nothing.
/// </summary>
internal sealed class ImmutableRecordCopier : IGeneralizedCopier
{
    private const string Ours = "IndustrialMap.Live.";

    internal static bool IsOurs(Type type) =>
        type.Namespace is { } rooms && rooms.StartsWith(Ours, StringComparison.Ordinal) && !typeof(Exception).IsAssignableFrom(type)
        && !type.IsAssignableTo(typeof(IAddressable));

    public bool IsSupportedType(Type type) => IsOurs(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
