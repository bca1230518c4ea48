namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>A control room's screen, which reconnects by itself with Last-Event-ID, as a browser's EventSource does.</summary>
internal sealed class Follower(Person person, string id)
{
    private ControlView? view;

    /// <summary>What the screen shows.</summary>
    internal ControlView? View => Volatile.Read(ref view);

    /// <summary>After how long without a sign a screen gives a stream up: two beats, and a bit.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2.5);

    internal int Connected { get; private set; }

    /// <summary>When anything came last, UTC.</summary>
    internal DateTime Heard { get; private set; }

    private void Show(ControlView next)
    {
        Assert.True(view is null || next.Seq >= view.Seq, $"A screen went back from {view?.Seq} to {next.Seq}.");
        Volatile.Write(ref view, next);
    }

    internal async Task Follow(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var events = await person.Follow(id, "control", View?.Place);
                Connected++;
                while (await events.Next(Silence) is { } message)
                {
                    Heard = DateTime.UtcNow;
                    if (message.Type == "view") Show(message.As<ControlView>());
                    if (message.Type == "update") Volatile.Write(ref view, View!.Merged(message.As<ControlUpdate>()));
                    if (cancellationToken.IsCancellationRequested) return;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or TimeoutException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }
}
