namespace IndustrialMap.Live.Browser.Tests.People;

/// <summary>Who speaks for one site.</summary>
public sealed class Coordinator(IPage page, string teleconference, string site) : Person(page, teleconference)
{
    public string Site => site;

    public ILocator ConfirmButton => Page.GetByTestId("confirm");

    public ILocator Dialog => Page.Locator("dialog[open]");

    public ILocator Outbox => Page.GetByTestId("outbox");

    public ILocator State => Page.GetByTestId("site-state");

    public async Task Open(string link)
    {
        await SignIn(link, $"/site/{Teleconference}/{site}");
        await SeesLine("live");
    }

    public ILocator Launch(string id) => Page.Locator($"[data-launch='{id}']");

    /// <summary>Presses Confirm and holds it until it is taken.</summary>
    public async Task Confirm()
    {
        await ConfirmButton.HoverAsync();
        await Page.Mouse.DownAsync();
        await Expect(ConfirmButton).ToHaveCountAsync(0);
        await Page.Mouse.UpAsync();
    }

    /// <summary>A short press: a dialog asks.</summary>
    public async Task PressConfirmShortly()
    {
        await ConfirmButton.ClickAsync();
        await Expect(Dialog).ToBeVisibleAsync();
    }

    /// <summary>The dialog's own Confirm, pressed in one go as often as said, before the screen can draw anything.</summary>
    public Task ConfirmInDialog(int times = 1) => Dialog.Locator(".primary")
        .EvaluateAsync("(button, times) => { for (let i = 0; i < times; i++) button.click(); }", times);

    public Task SeesLaunch(string id, string state) => Expect(Launch(id)).ToHaveAttributeAsync("data-state", state);
}
