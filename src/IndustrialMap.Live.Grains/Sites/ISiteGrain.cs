using IndustrialMap.Live.Domain;
using Orleans.Concurrency;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// A regional broadcast site of one show, under the key "teleconference/site". It owns its slice of the show (its row, its row of
/// the plan, the phase), which it only ever takes from the ledger; the leases of its coordinators' connections; and their
/// invitations and sign-ins. It decides the site's own commands on its slice and proposes what it decided to the ledger
/// (<see cref="ITeleconferenceGrain"/>): it writes nothing of the show itself.
/// </summary>
public interface ISiteGrain : IKeeperGrain
{
    /// <summary>A command about this site: its readiness, and what may come to it.</summary>
    Task<Outcome> Send(CommandEnvelope envelope);

    /// <summary>Makes a one-time link for a coordinator.</summary>
    /// <param name="name">As the log will show it.</param>
    /// <param name="renewedBy">
    /// The operator who renews the site's invitation: every earlier link and sign-in of the site ends, and the log says so. Null: the
    /// link is one more beside those there are.
    /// </param>
    Task<Invited> Invite(string name, Actor? renewedBy);

    /// <summary>
    /// A coordinator's connection is up: to be said when it comes, and each second while it lasts. A lease that was not renewed for
    /// <see cref="Leases.Length"/> has ended, as if it had been released.
    /// </summary>
    /// <param name="lease">Made by the server for this connection; nobody else knows it.</param>
    /// <param name="isShown">Whether the caller sees the site's line as up in the log; if not, the site proposes that it is.</param>
    [AlwaysInterleave]
    Task Hold(Guid lease, bool isShown);

    /// <summary>A coordinator's connection has gone. The line is lost when the last one has been gone for <see cref="Leases.Grace"/>.</summary>
    [AlwaysInterleave]
    Task Release(Guid lease);

    /// <summary>Said by the ledger each second while its log shows the line as up: is it?</summary>
    [AlwaysInterleave, OneWay]
    Task Watch();
}
