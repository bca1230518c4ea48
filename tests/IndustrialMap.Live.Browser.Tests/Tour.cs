namespace IndustrialMap.Live.Browser.Tests;

/// <summary>A walk through every screen in its states, in one language; each is inspected as it stands.</summary>
internal sealed class Tour(Chromium chromium, string language) : Show(chromium)
{
    private const string Broken = """{"format":"industrialmap.live/teleconference/1","id":"2021 wrong","sites":[],"surprise":1}""";

    /// <summary>People write reasons in whatever language; this one is in none.</summary>
    private const string Reason = "14:05, № 3";

    private readonly List<Inspection> seen = [];
    private readonly Look desk = new(language);
    private readonly Look phone = Look.Phone with { Language = language };
    private Operator sits = null!;
    private Coordinator shymkent = null!;
    private Viewer viewer = null!;

    internal static async Task<IReadOnlyList<Inspection>> Through(Chromium chromium, string language)
    {
        var tour = new Tour(chromium, language);
        await tour.InitializeAsync();
        try
        {
            await tour.Walk();
        }
        finally
        {
            await tour.DisposeAsync();
        }
        return tour.seen;
    }

    private async Task Walk()
    {
        await WhereNobodyIsSignedIn();
        await BeforeTheStart();
        await Live();
        await WithoutALine();
        await WithoutAJournal();
        await AfterTheEnd();
        await Home();
        await WithABaseline();
        await WithALogThatCannotBeRead();
    }

    private async Task WhereNobodyIsSignedIn()
    {
        var stranger = await Stranger(desk);
        stranger.MayLoseTheLine();
        stranger.Forgive("status of 410");
        stranger.Forgive("status of 404");
        var page = stranger.Page;
        async Task At(string path, string shows, string screen)
        {
            await stranger.Goto("about:blank");
            await stranger.Goto(path);
            await Expect(page.Locator(shows).First).ToBeVisibleAsync();
            await Inspect(stranger, screen);
        }

        await At("/", "[data-teleconference]", "home, as a viewer");
        await At("/sign-in", "main a", "sign-in without a token");
        await At("/sign-in#spent", "main a", "sign-in with a spent link");
        await At($"/control/{Id}", "main a", "control, turned away");
        await At("/control/none", "main a", "control of no teleconference");
        await At($"/site/{Id}/shymkent", "[data-testid=access-denied]", "site, turned away");
        await At("/site/none/shymkent", "[data-testid=access-denied]", "site of no teleconference");
        await At("/watch/none", "main a", "watch, no teleconference");
    }

    private async Task BeforeTheStart()
    {
        sits = await Operator(desk);
        shymkent = await Coordinator("shymkent", phone);
        viewer = await Viewer(desk);
        await shymkent.Page.Locator("[data-item=picture]").ClickAsync();
        await shymkent.Page.Locator("[data-item=sound]").DblClickAsync();
        await Expect(shymkent.Page.Locator("[data-item=sound].not-ready[data-pending=false]")).ToBeVisibleAsync();
        await Inspect(sits, "control, draft");
        await Inspect(shymkent, "site, waiting");
        await Inspect(viewer, "watch, draft");

        await sits.Do("start");
        await Inspect(sits, "control, asks before the start");
        await sits.Page.Keyboard.PressAsync("Escape");
        await sits.Page.Locator("header button[aria-haspopup=menu]").ClickAsync();
        await Inspect(sits, "control, menu");
        await sits.Menu.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await Inspect(sits, "control, invites an operator");
        await sits.Dialog.Locator(".primary").ClickAsync();
        await Expect(sits.Dialog.Locator("[data-link]")).ToBeVisibleAsync();
        await Inspect(sits, "control, a link made");
        await sits.Page.Keyboard.PressAsync("Escape");
        await sits.Page.Locator("[data-site=aktogay] button[aria-haspopup=menu]").ClickAsync();
        await sits.Menu.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await Expect(sits.Dialog).ToBeVisibleAsync();
        await Inspect(sits, "control, a site's new link");
        await sits.Page.Keyboard.PressAsync("Escape");
    }

    private async Task Live()
    {
        await sits.Start();
        await Inspect(sits, "control, a speech on air");
        await sits.FromMenu("2021-06", 1, Reason);
        await sits.SeesLaunch("2021-06", "postponed");
        await sits.Next(Map2021.Launches[0].Segment);
        await sits.Do("next");
        await Expect(sits.Dialog.Locator("[data-open]")).ToHaveCountAsync(1);
        await Inspect(sits, "control, asks about an open launch");
        await sits.Dialog.GetByTestId("confirm-action").ClickAsync();
        await sits.SeesOnAir(Map2021.Launches[1].Segment);
        await sits.Do("hold");
        await Expect(sits.Page.GetByTestId("held")).ToBeVisibleAsync();
        await Inspect(sits, "control, held");
        await sits.Next(Map2021.Launches[2].Segment);
        await sits.Next("launch-petropavlovsk");
        await Expect(shymkent.State).ToHaveAttributeAsync("data-state", "stand-by");
        await Inspect(shymkent, "site, stand by");
        await sits.Next("launch-shymkent");
        await Expect(shymkent.State).ToHaveAttributeAsync("data-state", "on-air");
        await Inspect(shymkent, "site, on air");
        await sits.Call(Map2021.Cans);
        await Expect(shymkent.ConfirmButton).ToBeVisibleAsync();
        await Inspect(shymkent, "site, called");
        await Inspect(viewer, "watch, a launch called");
        await Inspect(sits, "control, waiting for a site");
        await sits.Do("confirm");
        await sits.Dialog.Locator("button[type=submit]").ClickAsync();
        await Inspect(sits, "control, wants a reason");
        await sits.Page.Keyboard.PressAsync("Escape");
        await shymkent.PressConfirmShortly();
        await Inspect(shymkent, "site, asks before it confirms");
        await shymkent.ConfirmInDialog();
        await shymkent.SeesLaunch(Map2021.Cans, "confirmed");
        await Inspect(shymkent, "site, confirmed");
        await Expect(viewer.Launch(Map2021.Cans)).ToHaveClassAsync("confirmed");
        await Inspect(viewer, "watch, a launch confirmed");
        await sits.Retract(Map2021.Cans, Reason);
        await Expect(shymkent.ConfirmButton).ToBeVisibleAsync();
        await Inspect(shymkent, "site, retracted");
        await sits.Next("launch-kostanay-region");
        await Expect(shymkent.State).ToHaveAttributeAsync("data-state", "unconfirmed");
        await Inspect(shymkent, "site, off the air and unconfirmed");
        await Inspect(sits, "control, live");
        foreach (var panel in new[] { "order", "sites", "launches", "totals", "log" })
        {
            await sits.Goto($"/control/{Id}?panel={panel}");
            await sits.SeesLine("live");
            await Inspect(sits, $"control, {panel} alone");
        }
        await sits.Goto($"/control/{Id}");
        await sits.SeesLine("live");
    }

    private async Task WithoutALine()
    {
        Person[] all = [sits, shymkent, viewer];
        foreach (var person in all)
        {
            person.MayLoseTheLine();
            await person.Page.Context.SetOfflineAsync(true);
            await person.SeesLine("offline");
        }
        await shymkent.Confirm();
        await Expect(shymkent.Outbox).ToBeVisibleAsync();
        foreach (var person in all) await Inspect(person, $"{person.GetType().Name}, offline");
        foreach (var person in all) await person.Page.Context.SetOfflineAsync(false);
        foreach (var person in all) await person.SeesLine("live");
        await sits.SeesLaunch(Map2021.Cans, "confirmed");
    }

    private async Task WithoutAJournal()
    {
        await Server.BackUp();
        Server.LoseTheJournal();
        await Expect(sits.Trouble).ToBeVisibleAsync();
        await Inspect(sits, "control, nothing is stored");
        await Expect(shymkent.Page.Locator("[data-testid=connection-bar][data-trouble]")).ToBeVisibleAsync();
        await Inspect(shymkent, "site, nothing is stored");
        await Server.Kill();
        Server.Restore();
        await Server.Restart();
        foreach (var person in new Person[] { sits, shymkent, viewer }) await person.SeesLine("live");
        await Expect(sits.Trouble).ToHaveCountAsync(0);
    }

    private async Task AfterTheEnd()
    {
        await sits.Do("end");
        await Inspect(sits, "control, asks before the end");
        await sits.Page.Keyboard.PressAsync("Escape");
        await sits.End();
        await Inspect(sits, "control, ended");
        await sits.Page.Locator("[data-action=reopen]").ClickAsync();
        await Inspect(sits, "control, asks why the end is taken back");
        await sits.Page.Keyboard.PressAsync("Escape");
        await Expect(viewer.Page.Locator(".watch-phase.ended")).ToBeVisibleAsync();
        await Inspect(viewer, "watch, ended");
        await Expect(shymkent.State).ToHaveAttributeAsync("data-state", "confirmed");
        await Inspect(shymkent, "site, ended");
        // Turned away, it goes on asking, and by a plain request where the server has just been started again.
        shymkent.Forgive("status of 403");
        await sits.InviteCoordinator("shymkent");
        await Expect(shymkent.Page.GetByTestId("access-denied")).ToBeVisibleAsync();
        await Inspect(shymkent, "site, revoked");
    }

    private async Task Home()
    {
        var page = sits.Page;
        sits.Forgive("status of 400");
        await sits.Goto("/");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "сценарий", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(Broken),
        });
        await Expect(page.Locator("main table")).ToBeVisibleAsync();
        await page.Locator("form button[type=submit]").ClickAsync();
        await Expect(page.Locator("form + [role=status] code")).ToBeVisibleAsync();
        await Inspect(sits, "home, as an operator");
    }

    private async Task WithABaseline()
    {
        await sits.Goto("/control/2017-12-06");
        await sits.SeesLine("live");
        await Inspect(sits, "control of 2017");
        await viewer.Goto("/watch/2017-12-06");
        await viewer.SeesLine("live");
        await Inspect(viewer, "watch of 2017");
    }

    private async Task WithALogThatCannotBeRead()
    {
        viewer.Forgive("status of 404");
        await Server.Stop();
        Server.Damage("Snow Leopard");
        await Server.Restart();
        async Task At(Person person, string path, string shows)
        {
            await person.Goto(path);
            await Expect(person.Page.Locator(shows).First).ToBeVisibleAsync();
            await Inspect(person, $"{path} of a log that cannot be read, {person.GetType().Name}");
        }

        await At(viewer, "/", "[data-unreadable]");
        await At(viewer, "/watch/2017-12-06", "main a");
        await At(sits, "/", "[data-unreadable] [lang=en]");
        await At(sits, "/control/2017-12-06", "main > p[lang=en]");
        await At(sits, "/site/2017-12-06/shymkent", "[data-code=log_unreadable]");
    }

    private async Task Inspect(Person person, string screen) => seen.Add(await Inspection.Of(person.Page, language, screen));
}
