using System.Net;
using System.Net.WebSockets;
using IndustrialMap.Live.Server.Tests.Crashes;

namespace IndustrialMap.Live.Server.Tests.Nginx;

/// <summary>
/// nginx as Debian brings it, told where the server is and nothing else: it asks by HTTP/1.0, passes no upgrade on, and collects answers
/// before it sends any of them.
/// </summary>
public sealed class DebiansDefaults : IAsyncLifetime
{
    private const string Id = RunningConsole.Map2021;

    private readonly DataFolder data = new();
    private readonly NginxProcess nginx = new();
    private ConsoleProcess console = null!;
    private Person operator_ = null!;

    public async Task InitializeAsync()
    {
        console = new ConsoleProcess(data, nginx.ServerOptions);
        await console.Start();
        await nginx.Start(
            $$"""
            server {
                listen PORT ssl; ssl_certificate CERTIFICATE; ssl_certificate_key KEY;
                location / {
                    proxy_pass {{console.Origin}};
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                    proxy_set_header X-Forwarded-Proto $scheme;
                }
            }
            """);
        operator_ = new Person(nginx.Origin);
        await operator_.SignIn(await InvitedBeside.Token(data, Keeper.Operators));
    }

    public async Task DisposeAsync()
    {
        await operator_.DisposeAsync();
        await nginx.DisposeAsync();
        await console.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task Plain_requests_carry_the_whole_show()
    {
        var place = (await operator_.Read<ControlMessage[]>($"/api/teleconferences/{Id}/control/messages"))[0].View!.Place;
        await operator_.Give(Id, new Start());
        var news = await operator_.Read<ControlMessage[]>($"/api/teleconferences/{Id}/control/messages?after={place}");
        Assert.Equal(Phase.Live, news[0].Update!.Header!.Phase);
    }

    [Fact]
    public async Task A_stream_is_not_held_back()
    {
        await using var stream = await operator_.Follow(Id, "control");
        await stream.NextChange();
        // The first one comes with the view.
        await stream.NextBeat();
        var first = await stream.NextBeat();
        Assert.InRange((await stream.NextBeat()).At - first.At, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));
        await operator_.Give(Id, new Start());
        Assert.Equal(Phase.Live, (await stream.NextChange()).As<ControlUpdate>().Header!.Phase);
    }

    [Fact]
    public async Task The_hub_cannot_be_reached_and_says_so_at_once()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => operator_.Hub()).WaitAsync(TimeSpan.FromSeconds(5));
        Assert.True(failure is WebSocketException or HttpRequestException, $"{failure}");
    }
}
