namespace IndustrialMap.Live.Browser.Tests;

public sealed class AnotherLog(Chromium chromium) : Show(chromium)
{
    private static readonly string[] OfB = ["1 project", "145.0 billion tenge", "381 jobs"];
    private const string B = "2021-01";

    private Operator aliya = null!;
    private Operator berik = null!;
    private Coordinator shymkent = null!;
    private Viewer viewer = null!;

    [Fact]
    public async Task After_a_restored_backup_every_screen_shows_the_new_log_and_nothing_of_the_old()
    {
        await TheCansAreCalled();
        await Server.BackUp();
        await shymkent.Confirm();
        foreach (var person in Everybody) await person.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");
        await aliya.Launch(Map2021.Cans).Locator("button[aria-haspopup=menu]").ClickAsync();
        await aliya.Menu.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await Expect(aliya.Dialog).ToContainTextAsync("Retract the confirmation");

        await Server.Kill();
        foreach (var person in new Person[] { aliya, shymkent }) await person.Page.Context.SetOfflineAsync(true);
        await shymkent.SeesLine("offline");
        await shymkent.Page.Locator("[data-item=sound]").ClickAsync();
        await Expect(shymkent.Outbox).ToHaveAttributeAsync("data-count", "1");
        Server.Restore();
        await Server.Restart();

        await berik.SeesLaunch(Map2021.Cans, "called");
        await berik.Send(new { type = "call_launch", launchId = B });
        await berik.Send(new { type = "confirm_launch", launchId = B, reason = "told by telephone" });
        await aliya.SeesLaunch(Map2021.Cans, "confirmed");
        foreach (var person in new Person[] { aliya, shymkent }) await person.Page.Context.SetOfflineAsync(false);

        foreach (var person in Everybody) await person.Totals.Are(OfB[0], OfB[1], OfB[2]);
        foreach (var sits in new[] { aliya, berik })
        {
            await sits.SeesLaunch(Map2021.Cans, "called");
            await sits.SeesLaunch(B, "confirmed");
            await Expect(sits.Log("launch_confirmed")).ToHaveCountAsync(1);
            await Expect(sits.Dialog).ToHaveCountAsync(0);
            await Expect(sits.Toasts.Filter(new() { HasText = "another log than before" })).ToHaveCountAsync(1);
            await Expect(sits.Toasts.Filter(new() { HasText = "Aluminum cans" })).ToHaveCountAsync(0);
        }
        await Expect(viewer.Launch(Map2021.Cans)).ToHaveClassAsync("called");
        await WhatWaitedIsSaidAndTheShowGoesOn();
    }

    private Person[] Everybody => [aliya, berik, shymkent, viewer];

    private async Task TheCansAreCalled()
    {
        aliya = await Operator();
        berik = await Operator(await aliya.InviteOperator("Berik"));
        shymkent = await Coordinator("shymkent", Look.Phone);
        viewer = await Viewer();
        foreach (var person in Everybody) person.MayLoseTheLine();
        await aliya.Start();
        await aliya.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await Expect(shymkent.ConfirmButton).ToBeVisibleAsync();
    }

    private async Task WhatWaitedIsSaidAndTheShowGoesOn()
    {
        await Expect(shymkent.Page.Locator("[data-item=sound].ready[data-pending=false]")).ToBeVisibleAsync();
        await Expect(shymkent.Outbox).ToHaveCountAsync(0);
        await shymkent.Confirm();
        foreach (var person in Everybody) await person.Totals.Are("2 projects", "168.4 billion tenge", "526 jobs");
        await aliya.Next("launch-zhayrem");
        await berik.SeesOnAir("launch-zhayrem");
    }
}
