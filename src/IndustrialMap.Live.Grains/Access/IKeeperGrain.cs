using Orleans.Concurrency;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// A grain that keeps invitations and sign-ins. Checks of rights are answered from its memory and go between whatever else the
/// grain is waiting for.
/// </summary>
/// <exception cref="AccessUnavailableException">What is kept cannot be read or written now: nothing was changed, ask again.</exception>
public interface IKeeperGrain : IGrainWithStringKey
{
    /// <param name="id">Of a grant, without its keeper.</param>
    /// <returns>Null: there is no such grant. One that has ended is returned, and says so.</returns>
    [AlwaysInterleave]
    Task<Grant?> Find(string id);

    /// <summary>Opens a link: the first time it answers its grant, and never again.</summary>
    /// <param name="secret">Of the link's token, without its keeper.</param>
    /// <returns>Null: it was opened before, has expired, was revoked, or never was.</returns>
    [AlwaysInterleave]
    Task<Grant?> Redeem(string secret);
}
