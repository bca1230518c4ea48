namespace IndustrialMap.Live.Browser.Tests;

public sealed class JournalLost(Chromium chromium) : Show(chromium)
{
    [Fact]
    public async Task Every_control_room_says_what_to_do_its_buttons_rest_and_a_site_keeps_its_word_until_the_server_stores_again()
    {
        var aliya = await Operator();
        var berik = await Operator(await aliya.InviteOperator("Berik"));
        var shymkent = await Coordinator("shymkent", Look.Phone);
        foreach (var person in new Person[] { aliya, berik, shymkent }) person.MayLoseTheLine();
        await aliya.Start();
        await aliya.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await Expect(shymkent.ConfirmButton).ToBeVisibleAsync();
        var places = await Places(aliya);
        await Server.BackUp();

        Server.LoseTheJournal();
        foreach (var sits in new[] { aliya, berik })
        {
            await Expect(sits.Trouble).ToContainTextAsync("Commands are not being stored");
            await Expect(sits.Trouble).ToContainTextAsync("start the server again");
            await Expect(sits.Place("next")).ToHaveAttributeAsync("aria-disabled", "true");
            await sits.Page.Keyboard.PressAsync("n");
        }
        Assert.Equal(places, await Places(aliya));
        await Expect(shymkent.Page.GetByTestId("connection-bar")).ToContainTextAsync("Your word is kept on this phone: call the control room.");
        await shymkent.Confirm();
        await Expect(shymkent.Outbox).ToHaveAttributeAsync("data-count", "1");

        await Server.Kill();
        Server.Restore();
        await Server.Restart();
        await shymkent.SeesLaunch(Map2021.Cans, "confirmed");
        foreach (var sits in new[] { aliya, berik })
        {
            await Expect(sits.Trouble).ToHaveCountAsync(0);
            await sits.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");
            await sits.SeesOnAir("opening");
        }
        await Expect(shymkent.Page.Locator("[data-testid=connection-bar][data-trouble]")).ToHaveCountAsync(0);
        await aliya.Next("launch-zhayrem");
        await berik.SeesOnAir("launch-zhayrem");
    }

    /// <summary>Where the buttons lie and how large they are.</summary>
    private static Task<string> Places(Operator sits) => sits.Page.EvaluateAsync<string>("""
        () => JSON.stringify([...document.querySelectorAll('button[data-action]')].map((button) => [button.dataset.action, button.getBoundingClientRect()]))
        """);
}
