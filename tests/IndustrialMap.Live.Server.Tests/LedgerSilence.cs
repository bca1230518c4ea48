using System.Net;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The ledger does not answer this server, and what its readers see and may be shown meanwhile.</summary>
public class LedgerSilence
{
    private const string Id = RunningConsole.Map2021;
    private static readonly Place Elsewhere = new(400, "0123456789abcdef");

    [Fact]
    public async Task Every_screen_is_told_how_old_its_picture_is_and_who_gives_commands_why_until_the_ledger_is_back()
    {
        var lost = new LostGrains();
        await using var console = await RunningConsole.Start(null, lost.Listen);
        var operator_ = await console.Operator();
        await using var room = await operator_.Follow(Id, "control");
        await using var site = await operator_.Follow(Id, $"sites/{Show.CansSite}");
        await using var page = await console.Viewer().Follow(Id, "public");
        lost.Hang(grain => grain is ITeleconferenceGrain);
        foreach (var (stream, trouble) in new[] { (room, Trouble.LedgerSilent), (site, Trouble.LedgerSilent), (page, (Trouble?)null) })
        {
            Heartbeat beat;
            do
            {
                beat = await stream.NextBeat();
                Assert.InRange(beat.At - beat.HeardAt, TimeSpan.Zero, TimeSpan.FromSeconds(30));
            }
            while (beat.At - beat.HeardAt < TimeSpan.FromSeconds(3.5));
            Assert.Equal(trouble, beat.Trouble);
        }
        lost.GoOn();
        foreach (var stream in new[] { room, site, page })
        {
            Heartbeat beat;
            do beat = await stream.NextBeat(); while (beat.At - beat.HeardAt > TimeSpan.FromSeconds(2));
            Assert.Null(beat.Trouble);
        }
    }

    [Fact]
    public async Task A_reader_whose_place_nobody_can_judge_keeps_its_picture_and_every_other_one_is_served_what_there_is()
    {
        var lost = new LostGrains();
        await using var console = await RunningConsole.Start(null, lost.Listen);
        var operator_ = await console.Operator();
        var known = (await operator_.Control(Id)).Place;
        var hub = await operator_.Hub();
        lost.Hang(grain => grain is ITeleconferenceGrain);

        foreach (var what in new[] { "control", "public", $"sites/{Show.CansSite}" })
        {
            var refused = await operator_.Get($"/api/teleconferences/{Id}/{what}/events?after={Elsewhere}");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "ledger_silent"), (refused.Status, refused.Code));
        }
        var error = await Assert.ThrowsAsync<HubException>(async () =>
        {
            await foreach (var _ in hub.Control(Id, Elsewhere)) break;
        });
        Assert.EndsWith("ledger_silent", error.Message, StringComparison.Ordinal);
        await using (var whole = await operator_.Follow(Id, "control")) Assert.Equal(known, (await whole.NextChange()).Id);
        await using (var back = await operator_.Follow(Id, "control", known)) Assert.Equal(known.Seq, (await back.NextBeat()).Seq);
        Assert.Equal(known, (await operator_.Control(Id)).Place);
        using var newer = new HttpRequestMessage(HttpMethod.Get, $"/api/teleconferences/{Id}/control") { Headers = { { "If-None-Match", $"\"{Elsewhere}\"" } } };
        Assert.Equal("ledger_silent", (await operator_.Ask(newer)).Code);

        lost.GoOn();
        await using var other = await operator_.Follow(Id, "control", Elsewhere);
        Assert.Equal(("view", known), ((await other.NextChange()) is { } view ? (view.Type, view.Id!) : default));
    }
}
