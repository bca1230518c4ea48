using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests;

public sealed class ServerKilled(Chromium chromium) : Show(chromium)
{
    [Fact]
    public async Task Screens_say_how_old_they_are_and_come_back_with_the_same_totals()
    {
        var sits = await Operator();
        var shymkent = await Coordinator("shymkent", Look.Phone);
        var viewer = await Viewer();
        Person[] all = [sits, shymkent, viewer];
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await shymkent.Confirm();
        foreach (var person in all) await person.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");

        await Kill(all);
        foreach (var person in all)
        {
            await person.SeesLine("offline");
            await Expect(person.Line).ToContainTextAsync(new Regex(@"\b\d+ s old"));
        }

        await Server.Restart();
        foreach (var person in all)
        {
            await person.SeesLine("live");
            await person.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");
        }
    }

    [Fact]
    public async Task What_was_pressed_while_the_server_was_away_is_done_once_when_it_is_back()
    {
        var sits = await Operator();
        var shymkent = await Coordinator("shymkent", Look.Phone);
        var viewer = await Viewer();
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await Expect(shymkent.ConfirmButton).ToBeVisibleAsync();

        await Kill(sits, shymkent, viewer);
        await sits.SeesLine("offline");
        await shymkent.SeesLine("offline");
        await sits.Do("next");
        await sits.Dialog.GetByTestId("confirm-action").ClickAsync();
        await Expect(sits.Primary).ToHaveAttributeAsync("aria-disabled", "true");
        await shymkent.Confirm();
        await Expect(shymkent.Outbox).ToHaveAttributeAsync("data-count", "1");
        await Server.Restart();

        await sits.SeesOnAir("launch-zhayrem");
        await shymkent.SeesLaunch(Map2021.Cans, "confirmed");
        foreach (var person in new Person[] { sits, shymkent, viewer })
            await person.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");
        await Expect(sits.Log("launch_confirmed")).ToHaveCountAsync(1);
        await Expect(sits.Log("segment_went_on_air")).ToHaveCountAsync(2);
    }

    private Task Kill(params Person[] people)
    {
        foreach (var person in people) person.MayLoseTheLine();
        return Server.Kill();
    }
}
