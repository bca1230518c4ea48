namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>A control room's screen, which reconnects by itself with Last-Event-ID, as a browser's EventSource does.</summary>
internal sealed class Follower(Person person, string id)
{
    private ControlView? view;

    /// <summary>What the screen shows.</summary>
    internal ControlView? View => Volatile.Read(ref view);

    internal int Connected { get; private set; }

    internal async Task Follow(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var events = await person.Follow(id, "control", View?.Place);
                Connected++;
                while (await events.Next() is { } message)
                {
                    if (message.Type == "view") Volatile.Write(ref view, message.As<ControlView>());
                    if (message.Type == "update") Volatile.Write(ref view, View!.Merged(message.As<ControlUpdate>()));
                    if (cancellationToken.IsCancellationRequested) return;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }
}
