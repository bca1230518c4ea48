namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>
/// Asks one of several servers, and the next one from when that one has not begun to answer for two seconds: as a proxy and a screen do
/// between them. Nothing is asked a second time here: that is for who asks. What is asked of another address than the first is left there.
/// </summary>
internal sealed class Roaming(IReadOnlyList<Uri> servers, int first, TimeSpan patience) : DelegatingHandler
{
    /// <summary>How long a server may take to begin to answer while others could.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Uri own = servers[first];
    private int at = first;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var now = Volatile.Read(ref at);
        if (request.RequestUri!.Authority == own.Authority) request.RequestUri = new Uri(servers[now % servers.Count], request.RequestUri!.PathAndQuery);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        giveUp.CancelAfter(patience);
        try
        {
            var answer = await base.SendAsync(request, giveUp.Token);
            if ((int)answer.StatusCode == 503) GoOn(now);
            return answer;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            GoOn(now);
            throw new HttpRequestException("The server is away.", lost);
        }
    }

    private void GoOn(int from) => Interlocked.CompareExchange(ref at, from + 1, from);
}
