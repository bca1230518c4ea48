namespace IndustrialMap.Live.Domain;

/// <summary>A command about one launch: what is decided of it, is decided on that launch's <see cref="LaunchSlice"/> alone.</summary>
public interface ILaunchCommand
{
    string LaunchId { get; }
}

/// <summary>The control room's word that the launch is on. Only a called launch can be confirmed.</summary>
/// <param name="Attempt">As the sender saw it, so that a late call does not undo a call taken back; null: whichever.</param>
public sealed record CallLaunch(string LaunchId, int? Attempt = null) : Command, ILaunchCommand;

/// <summary>A mistaken call is taken back while it is unconfirmed: the launch is planned again.</summary>
/// <param name="Attempt">The call that is taken back, as the sender saw it.</param>
public sealed record TakeBackCall(string LaunchId, int Attempt) : Command, ILaunchCommand;

/// <summary>
/// The word that the project has gone live: by the site's own coordinator, or by an operator with a reason.
/// It is taken after the end as well, because a line may come back late and nothing confirmed may be lost.
/// </summary>
/// <param name="Attempt">The call that is answered, as the site saw it; null means whichever is open.</param>
public sealed record ConfirmLaunch(string LaunchId, int? Attempt = null, string? Reason = null) : Command, ILaunchCommand;

/// <summary>Takes a confirmation back, with a reason; the launch is called again and can be confirmed again.</summary>
/// <param name="Attempt">The attempt that was confirmed, as the sender saw it; null: whichever.</param>
public sealed record RetractConfirmation(string LaunchId, string Reason, int? Attempt = null) : Command, ILaunchCommand;

/// <param name="State">The launch's state as the sender saw it; null: whichever it is in.</param>
/// <param name="Attempt">Its attempt as the sender saw it; null: whichever.</param>
public sealed record PostponeLaunch(string LaunchId, string Reason, LaunchState? State = null, int? Attempt = null)
    : Command, ILaunchCommand;

public sealed record BringBackLaunch(string LaunchId, string Reason) : Command, ILaunchCommand;

/// <summary>At this time the launch was called and not confirmed: was it to be by then? Only the server asks so.</summary>
/// <param name="SliceSeq">The seq of the launch's slice at that time: the clock may have been set since.</param>
/// <param name="At">UTC, by the ledger.</param>
public sealed record ReportOverdue(string LaunchId, long SliceSeq, DateTimeOffset At) : Command, ILaunchCommand;
