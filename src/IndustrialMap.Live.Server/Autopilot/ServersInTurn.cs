namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>
/// Asks one of several servers of one show, and from when it has not begun to answer in time the next one; whoever asks asks again. The
/// cookie goes along to each: it is good at every server, and a cookie jar would keep it to the one that gave it.
/// </summary>
internal sealed class ServersInTurn(IReadOnlyList<Uri> servers) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false })
{
    /// <summary>A server begins to answer in some milliseconds, unless it has died or stands still.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private string? cookie;
    private int at;

    /// <exception cref="HttpRequestException">The server did not answer in time, or cannot be reached.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var now = Volatile.Read(ref at);
        request.RequestUri = new Uri(servers[now % servers.Count], request.RequestUri!.PathAndQuery);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var answer = await base.SendAsync(request, patience.Token);
            if (answer.Headers.TryGetValues("Set-Cookie", out var given)) cookie = given.Last().Split(';')[0];
            // Of a proxy whose server has gone, or of a server that is about to go.
            if ((int)answer.StatusCode >= 500) GoOn(now);
            return answer;
        }
        catch (Exception lost) when (!cancellationToken.IsCancellationRequested && lost is HttpRequestException or IOException or OperationCanceledException)
        {
            GoOn(now);
            throw new HttpRequestException($"{request.RequestUri.GetLeftPart(UriPartial.Authority)} does not answer.", lost);
        }
    }

    private void GoOn(int from) => Interlocked.CompareExchange(ref at, from + 1, from);
}
