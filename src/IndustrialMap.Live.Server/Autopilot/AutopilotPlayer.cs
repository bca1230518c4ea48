namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>
/// Plays a teleconference to its end. What it does next it reads from what the control room sees alone, so wherever it begins, and
/// whatever server died meanwhile, it goes on where the show stands.
/// </summary>
internal static class AutopilotPlayer
{
    /// <summary>How often it looks at the show, and how long a site takes over each word, in planned time.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <param name="speed">How many times faster than planned.</param>
    /// <param name="notAnswered">Told each time that nobody answered; it goes on.</param>
    /// <exception cref="CannotPlayException">It cannot go on.</exception>
    internal static async Task Play(CrewClient crew, double speed, Action<Exception> notAnswered, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(0.05, Look.TotalSeconds / speed)));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                var (view, now) = await crew.Look(cancellationToken);
                if (AutopilotPolicy.IsOver(view, now, speed)) return;
                foreach (var (command, site) in AutopilotPolicy.Next(view, now, speed)) await crew.Send(command, site, cancellationToken);
            }
            catch (Exception failure) when (failure is not CannotPlayException && !cancellationToken.IsCancellationRequested)
            {
                notAnswered(failure);
            }
        }
    }
}
