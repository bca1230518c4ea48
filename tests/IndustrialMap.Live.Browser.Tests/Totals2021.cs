using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests;

public sealed class Totals2021(Chromium chromium) : Show(chromium)
{
    private static readonly string[] All = ["6 projects", "622.0 billion tenge", "2,376 jobs"];
    private static readonly string[] WithoutTheCans = ["5 projects", "598.6 billion tenge", "2,231 jobs"];

    private Operator sits = null!;
    private Viewer viewer = null!;
    private Coordinator shymkent = null!;

    [Fact]
    public async Task Six_launches_confirmed_by_their_sites_read_the_same_for_operator_coordinator_and_viewer()
    {
        await EverybodyIsThere();
        await EveryLaunchIsConfirmed();
        await EverybodyReads(All);

        await sits.Retract(Map2021.Cans, "the line had stopped");
        await EverybodyReads(WithoutTheCans);

        await shymkent.Confirm();
        await EverybodyReads(All);
    }

    [Fact]
    public async Task Confirming_five_times_on_two_devices_at_once_and_again_through_the_API_counts_once()
    {
        await EverybodyIsThere();
        var sent = CommandsOf(shymkent.Page, "confirm_launch");
        await shymkent.Page.ReloadAsync();
        var second = await SecondDeviceOf(shymkent);
        // Of two at once the slower may see that it is confirmed before it sends: what either has sent is sent again.
        var sentBySecond = CommandsOf(second.Page, "confirm_launch");
        await second.Page.ReloadAsync();
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });

        await Task.WhenAll(shymkent.PressConfirmShortly(), second.PressConfirmShortly());
        await Task.WhenAll(shymkent.ConfirmInDialog(times: 5), second.ConfirmInDialog(times: 5));
        await EverybodyReads("1 project", "23.4 billion tenge", "145 jobs");
        await second.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");

        string[] either = [.. sent, .. sentBySecond];
        Assert.NotEmpty(either);
        foreach (var captured in either)
        {
            var answer = await shymkent.Page.APIRequest.PostAsync($"/api/teleconferences/{Id}/commands", new()
            {
                Data = captured, Headers = new Dictionary<string, string> { ["content-type"] = "application/json" },
            });
            Assert.Equal(200, answer.Status);
        }
        // What follows is seen on every screen after whatever the repetitions have done.
        await sits.Next("launch-zhayrem");
        await Expect(viewer.OnAir).ToHaveAttributeAsync("data-on-air", "launch-zhayrem");
        await EverybodyReads("1 project", "23.4 billion tenge", "145 jobs");
        await Expect(sits.Log("launch_confirmed")).ToHaveCountAsync(1);
    }

    private async Task EverybodyIsThere()
    {
        sits = await Operator();
        shymkent = await Coordinator("shymkent", Look.Phone);
        viewer = await Viewer();
    }

    private async Task EveryLaunchIsConfirmed()
    {
        await sits.Start();
        foreach (var (segment, site, launch) in Map2021.Launches)
        {
            var coordinator = site == "shymkent" ? shymkent : await Coordinator(site, Look.Phone);
            await sits.Next(segment);
            await Expect(coordinator.State).ToHaveAttributeAsync("data-state", "on-air");
            await sits.Call(launch);
            await coordinator.Confirm();
            await sits.SeesLaunch(launch, "confirmed");
        }
    }

    private async Task EverybodyReads(params string[] totals)
    {
        foreach (var person in new Person[] { sits, shymkent, viewer }) await person.Totals.Are(totals[0], totals[1], totals[2]);
    }

    /// <summary>The commands of one kind that a page sends over its lines from now on, as the API takes them.</summary>
    private static ConcurrentBag<string> CommandsOf(IPage page, string type)
    {
        var found = new ConcurrentBag<string>();
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) =>
        {
            if (frame.Text?.Contains(type, StringComparison.Ordinal) == true)
                found.Add(Regex.Match(frame.Text, """\{"commandId".*\}(?=\])""").Value);
        };
        return found;
    }
}
