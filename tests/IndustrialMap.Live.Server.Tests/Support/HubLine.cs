using System.Net;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>A line to the hub, as a screen opens it.</summary>
internal sealed class HubLine : IAsyncDisposable
{
    private readonly HubConnection hub;

    private HubLine(HubConnection hub) => this.hub = hub;

    /// <param name="headers">What a browser would send beside the cookies.</param>
    internal static async Task<HubLine> Open(Uri origin, CookieContainer cookies, params (string Name, string Value)[] headers)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(origin, "/hub"), connection =>
            {
                (connection.Transports, connection.SkipNegotiation) = (HttpTransportType.WebSockets, true);
                connection.Cookies = cookies;
                if (origin.Host == "localhost") connection.WebSocketConfiguration = socket => socket.RemoteCertificateValidationCallback = (_, _, _, _) => true;
                foreach (var (name, value) in headers) connection.Headers.Add(name, value);
            })
            .AddJsonProtocol(json => Wire.Configure(json.PayloadSerializerOptions));
        var line = new HubLine(hub.Build());
        // As the screens do: the server gives up a line on which it has heard nothing for six seconds.
        line.hub.KeepAliveInterval = TimeSpan.FromSeconds(2);
        await line.hub.StartAsync();
        return line;
    }

    internal Task<CommandAnswer> Send(string id, Command command, string? asSite = null, string? commandId = null) =>
        Invoke<CommandAnswer>("Send", id, new CommandRequest(commandId ?? Person.NewId(), command, asSite));

    internal Task<T> Invoke<T>(string method, params object?[] args) => hub.InvokeCoreAsync<T>(method, args).WaitAsync(Until.Patience);

    internal IAsyncEnumerable<ControlMessage> Control(string id, Place? after = null, CancellationToken cancellationToken = default) =>
        hub.StreamAsyncCore<ControlMessage>("Control", [id, after?.ToString()], cancellationToken);

    /// <summary>With arguments that no screen would send.</summary>
    internal IAsyncEnumerable<ControlMessage> ControlBy(object?[] args) => hub.StreamAsyncCore<ControlMessage>("Control", args);

    internal IAsyncEnumerable<SiteMessage> Site(string id, string siteId, Place? after = null, CancellationToken cancellationToken = default) =>
        hub.StreamAsyncCore<SiteMessage>("Site", [id, siteId, after?.ToString()], cancellationToken);

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
