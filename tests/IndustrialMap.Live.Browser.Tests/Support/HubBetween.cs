namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>
/// Stands between a page and the hub, and changes what the hub says: what a server of several would say whose ledger is elsewhere
/// and silent.
/// </summary>
public sealed class HubBetween
{
    private const char End = '\u001e';

    private readonly List<string> keptBack = [];

    /// <summary>What a message becomes; null: it is kept back. Without this, all that was kept back goes on its way, and what follows.</summary>
    public Func<string, string?>? FromServer { get; set; }

    /// <summary>From the next time that the page is loaded on.</summary>
    public static async Task<HubBetween> Of(IPage page)
    {
        var between = new HubBetween();
        await page.RouteWebSocketAsync("**/hub*", fromPage =>
        {
            var toServer = fromPage.ConnectToServer();
            fromPage.OnMessage(frame => toServer.Send(frame.Text!));
            toServer.OnMessage(frame => fromPage.Send(between.Changed(frame.Text!)));
        });
        await page.ReloadAsync();
        return between;
    }

    private string Changed(string messages)
    {
        var change = FromServer;
        var said = new List<string>();
        foreach (var message in messages.Split(End, StringSplitOptions.RemoveEmptyEntries))
        {
            if (change is null)
            {
                said.AddRange([.. keptBack, message]);
                keptBack.Clear();
            }
            else if (change(message) is { } changed) said.Add(changed);
            else keptBack.Add(message);
        }
        return string.Concat(said.Select(message => message + End));
    }
}
