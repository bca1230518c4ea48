using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>The names that a polymorphic type gives those derived from it, by its own attributes.</summary>
internal sealed class NamedTypes(Type ancestor)
{
    private readonly FrozenDictionary<Type, string> names = ancestor
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(named => named.DerivedType, named => (string)named.TypeDiscriminator!);

    internal IEnumerable<string> All => names.Values;

    internal string Of(object one) => names[one.GetType()];
}
