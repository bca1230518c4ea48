using Orleans.Concurrency;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// The operators' invitations and sign-ins, of all shows: an operator may run each. There is one, under the key
/// <see cref="Keeper.OperatorsKey"/>.
/// </summary>
public interface IOperatorsGrain : IKeeperGrain
{
    /// <summary>Makes a one-time link for an operator.</summary>
    /// <param name="teleconference">Where the link leads; null: to the list of all.</param>
    /// <param name="name">As the log will show it; null: "Operator N", numbered when the link is opened.</param>
    Task<Invited> Invite(string? teleconference, string? name);

    /// <summary>Who keeps what was made before keepers were named; null: nobody.</summary>
    /// <param name="named">A token or a claim without a keeper.</param>
    [AlwaysInterleave]
    Task<string?> WhoKeeps(string named);
}
