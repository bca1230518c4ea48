using System.Collections.Concurrent;
using System.Collections.Frozen;
using IndustrialMap.Live.Domain;
using Orleans.Runtime.MembershipService.SiloMetadata;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// What every server of the cluster can read. While its servers are replaced by those of a newer build, one after the other, nothing is
/// written or sent that one of the old ones could not read: it would have to leave the show. ops/decisions says how that goes.
/// </summary>
public interface IClusterBuilds
{
    bool CanRead(TeleconferenceEvent @event);

    bool CanRead(Command command);
}

/// <summary>One server alone reads whatever it writes.</summary>
internal sealed class OneBuild : IClusterBuilds
{
    public bool CanRead(TeleconferenceEvent @event) => true;

    public bool CanRead(Command command) => true;
}

/// <summary>Each server tells the others the names of the events and commands that it reads.</summary>
internal sealed class SeveralBuilds(ISiloMetadataCache told, ISiloStatusOracle silos) : IClusterBuilds
{
    private const string Events = "events", Commands = "commands";

    private readonly ConcurrentDictionary<string, FrozenSet<string>> parsed = new();

    /// <summary>What a server tells of itself.</summary>
    internal static Dictionary<string, string> Own => new() { [Events] = Joined(EventNames.All), [Commands] = Joined(CommandNames.All) };

    public bool CanRead(TeleconferenceEvent @event) => All(Events, EventNames.NameOf(@event));

    public bool CanRead(Command command) => All(Commands, CommandNames.NameOf(command));

    private bool All(string what, string name) =>
        silos.GetApproximateSiloStatuses(onlyActive: true).Keys.All(silo => Reads(silo, what, name));

    /// <summary>
    /// Of one that joined a moment ago nothing is known yet. It is taken for one of this build: a wrong refusal would cost a confirmation,
    /// a wrong admission costs a server of an old build one show.
    /// </summary>
    private bool Reads(SiloAddress silo, string what, string name) =>
        !told.GetSiloMetadata(silo).Metadata.TryGetValue(what, out var names)
        || parsed.GetOrAdd(names, static all => all.Split(' ').ToFrozenSet()).Contains(name);

    private static string Joined(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
