namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>A control room's screen over the hub, which connects again by itself.</summary>
internal sealed class HubScreen(Person person, string id)
{
    /// <summary>After how long without a beat a screen gives a stream up: nginx sees the screen's own pings, and does not.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

    /// <summary>What a screen of ours waits before its first try to connect again: the pause is part of what is measured.</summary>
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromMilliseconds(200);

    /// <summary>When anything came last, UTC.</summary>
    internal DateTime Heard { get; private set; }

    internal async Task Follow(CancellationToken cancellationToken)
    {
        Place? place = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var hub = await person.Hub().WaitAsync(cancellationToken);
                using var silent = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                silent.CancelAfter(Silence);
                await foreach (var message in hub.Control(id, place, silent.Token))
                {
                    silent.CancelAfter(Silence);
                    var seq = message.View?.Seq ?? message.Heartbeat?.Seq ?? message.Update!.To;
                    Assert.True(place is null || seq >= place.Seq, $"A screen went back from {place?.Seq} to {seq}.");
                    place = message.View?.Place ?? (message.Update is { } update ? new Place(update.To, update.ToSeal) : place);
                    Heard = DateTime.UtcNow;
                }
            }
            catch (Exception lost) when (lost is not Xunit.Sdk.XunitException)
            {
                if (!cancellationToken.IsCancellationRequested) await Task.Delay(BeforeNextTry, CancellationToken.None);
            }
        }
    }
}
