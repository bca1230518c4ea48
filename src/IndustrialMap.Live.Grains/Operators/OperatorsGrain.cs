using IndustrialMap.Live.Domain;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace IndustrialMap.Live.Grains;

/// <inheritdoc cref="IOperatorsGrain"/>
[GrainType(TypeName)]
internal sealed class OperatorsGrain(
    [FromKeyedServices(ConsoleGrains.AccessStorage)] IGrainStorage storage, [ConsoleClock] TimeProvider clock,
    TimeProvider steady) : Grain, IOperatorsGrain
{
    internal const string TypeName = "operators";

    private readonly AccessKeeper access = new(storage, Keeper.Operators, clock, steady);

    public Task<Grant?> Find(string id) => access.Find(id);

    public Task<Grant?> Redeem(string secret) => access.Redeem(secret);

    public Task<Invited> Invite(string? teleconference, string? name) =>
        access.Invite(Role.Operator, teleconference, siteId: null, name ?? "", alone: false);

    public Task<string?> WhoKeeps(string named) => access.WhoKeeps(named);
}
