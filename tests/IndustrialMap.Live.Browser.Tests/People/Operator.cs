using System.Text.Json;

namespace IndustrialMap.Live.Browser.Tests.People;

/// <summary>Who runs the show.</summary>
public sealed class Operator(IPage page, string teleconference) : Person(page, teleconference)
{
    public ILocator Primary => Page.GetByTestId("primary");

    /// <summary>What is asked, over the room or beside it.</summary>
    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Toasts => Page.Locator("[data-sonner-toast][data-removed=false]");

    /// <summary>What says that nothing is stored, and what to do.</summary>
    public ILocator Trouble => Page.Locator("#trouble");

    public ILocator OnAir => Page.Locator("[data-segment][data-state=on_air]");

    public ILocator Menu => Page.GetByRole(AriaRole.Menu);

    public ILocator Log(string type) => Page.Locator($"[data-log='{type}']");

    public ILocator Launch(string id) => Page.Locator($"[data-launch='{id}']");

    public ILocator Segment(string id) => Page.Locator($"[data-segment='{id}']");

    /// <summary>What a segment is held by, to move it.</summary>
    public ILocator Handle(string segment) => Segment(segment).Locator(".handle");

    /// <summary>The item with these words in a segment's menu, which it opens.</summary>
    public async Task<ILocator> SegmentItem(string segment, string words)
    {
        await Segment(segment).Locator(".menu button").ClickAsync();
        return Menu.GetByRole(AriaRole.Menuitem, new() { NameString = words });
    }

    public async Task Choose(string segment, string words) => await (await SegmentItem(segment, words)).ClickAsync();

    /// <summary>Waits until the running order, as this screen draws it, is this one.</summary>
    public Task SeesOrder(params string[] segments) => Page.WaitForFunctionAsync(
        "order => [...document.querySelectorAll('.scroller [data-segment]')].map((row) => row.dataset.segment).join() === order", string.Join(',', segments));

    public async Task Open(string link)
    {
        await SignIn(link, $"/control/{Teleconference}");
        await SeesLine("live");
    }

    public async Task Start()
    {
        await Do("start");
        await Dialog.GetByTestId("confirm-action").ClickAsync();
        await Expect(OnAir).ToHaveCountAsync(1);
    }

    public async Task End()
    {
        await Do("end");
        await Dialog.GetByTestId("confirm-action").ClickAsync();
        await Expect(Page.Locator("[data-phase=ended]")).ToBeVisibleAsync();
    }

    /// <summary>Next, and waits until that segment is on air; what is left open is gone on without.</summary>
    public async Task Next(string segment)
    {
        await Do("next");
        var asked = Dialog.GetByTestId("confirm-action");
        await Expect(asked.Or(Page.Locator($"[data-segment='{segment}'][data-state=on_air]")).First).ToBeVisibleAsync();
        if (await asked.IsVisibleAsync()) await asked.ClickAsync();
        await SeesOnAir(segment);
    }

    /// <summary>Calls the launch of the segment that is on air.</summary>
    public async Task Call(string launch)
    {
        await Do("call");
        await SeesLaunch(launch, "called");
    }

    public Task Retract(string launch, string reason) => FromMenu(launch, 0, reason);

    /// <param name="item">Which of the launch's acts, from 0, as its menu lists them.</param>
    public async Task FromMenu(string launch, int item, string reason)
    {
        await Launch(launch).Locator("button[aria-haspopup=menu]").ClickAsync();
        await Menu.GetByRole(AriaRole.Menuitem).Nth(item).ClickAsync();
        await GiveReason(reason);
    }

    public async Task GiveReason(string reason)
    {
        await Dialog.GetByRole(AriaRole.Textbox).FillAsync(reason);
        await Dialog.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Where an act takes presses now. Two places do where the thing to do has a place of its own too: the first of them.</summary>
    public ILocator Offered(string act) => Page.Locator($"button[data-action={act}][aria-disabled=false]").First;

    /// <summary>Presses the button of an act once it takes presses.</summary>
    public Task Do(string act) => Offered(act).ClickAsync();

    /// <param name="place">back, primary, next, end: each has one button, whatever it offers.</param>
    public ILocator Place(string place) => Page.Locator($"button[data-place={place}]");

    public Task SeesOnAir(string segment) => Expect(OnAir).ToHaveAttributeAsync("data-segment", segment);

    public Task SeesLaunch(string id, string state) => Expect(Launch(id)).ToHaveAttributeAsync("data-state", state);

    /// <summary>Gives a command past the screen, through the API, with this browser's sign-in. It must be taken.</summary>
    public async Task Send(object command)
    {
        var sent = new { commandId = Guid.NewGuid().ToString(), command };
        var answer = await Page.APIRequest.PostAsync($"/api/teleconferences/{Teleconference}/commands", new() { DataObject = sent });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>Puts a segment on air out of its turn, past the screen; whatever is open stays so.</summary>
    public async Task Jump(string segment)
    {
        var view = (await (await Page.APIRequest.GetAsync($"/api/teleconferences/{Teleconference}/control")).JsonAsync())!.Value;
        var step = view.GetProperty("head").GetProperty("step").GetInt64();
        var open = view.GetProperty("launches").EnumerateArray().Where(launch => launch.GetProperty("open").GetBoolean())
            .Select(launch => launch.GetProperty("id").GetString());
        await Send(new { type = "jump", step, segmentId = segment, open });
    }

    public Task<string> InviteOperator(string name) =>
        Invite(new { role = "operator", teleconference = Teleconference, name });

    /// <summary>A new link for a site: the earlier one, and whoever signed in with it, is revoked.</summary>
    public Task<string> InviteCoordinator(string site) =>
        Invite(new { role = "coordinator", teleconference = Teleconference, siteId = site });

    private async Task<string> Invite(object invite)
    {
        var answer = await Page.APIRequest.PostAsync("/api/invitations", new() { DataObject = invite });
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync<JsonElement>()).GetProperty("link").GetString()!;
    }
}
