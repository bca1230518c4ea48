namespace IndustrialMap.Live.Domain;

/// <summary>A command about one launch: what is decided of it, is decided on that launch's <see cref="LaunchSlice"/> alone.</summary>
public interface ILaunchCommand
{
    string LaunchId { get; }
}

/// <summary>The control room's word that the launch is on. Only a called launch can be confirmed.</summary>
public sealed record CallLaunch(string LaunchId) : Command, ILaunchCommand;

/// <summary>
/// The word that the project has gone live: by the site's own coordinator, or by an operator with a reason.
/// It is taken after the end as well, because a line may come back late and nothing confirmed may be lost.
/// </summary>
/// <param name="Attempt">The call that is answered, as the site saw it; null means whichever is open.</param>
public sealed record ConfirmLaunch(string LaunchId, int? Attempt = null, string? Reason = null) : Command, ILaunchCommand;

/// <summary>Takes a confirmation back, with a reason; the launch is called again and can be confirmed again.</summary>
public sealed record RetractConfirmation(string LaunchId, string Reason) : Command, ILaunchCommand;
public sealed record PostponeLaunch(string LaunchId, string Reason) : Command, ILaunchCommand;
public sealed record BringBackLaunch(string LaunchId, string Reason) : Command, ILaunchCommand;
