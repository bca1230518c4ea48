namespace IndustrialMap.Live.Browser.Tests;

public sealed class ByKeyboard(Chromium chromium) : Show(chromium)
{
    [Fact]
    public async Task An_operator_runs_start_call_confirm_next_back_and_end_by_keys_alone()
    {
        var sits = await Operator();
        var keys = sits.Page.Keyboard;

        await Offered("start");
        await keys.PressAsync("s");
        await Expect(sits.Dialog.GetByTestId("confirm-action")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await sits.SeesOnAir("opening");

        await Offered("next");
        await keys.PressAsync("n");
        await sits.SeesOnAir("launch-zhayrem");

        await Offered("call");
        await keys.PressAsync("c");
        await sits.SeesLaunch("2021-01", "called");

        await Offered("confirm");
        await keys.PressAsync("f");
        await Expect(sits.Dialog).ToBeFocusedAsync();
        await keys.TypeAsync("told by telephone");
        await keys.PressAsync("Enter");
        await sits.SeesLaunch("2021-01", "confirmed");

        await Offered("next");
        await keys.PressAsync("n");
        await sits.SeesOnAir("launch-aktogay");
        await Offered("back");
        await keys.PressAsync("b");
        await sits.SeesOnAir("launch-zhayrem");

        await Offered("end");
        await keys.PressAsync("e");
        await TabTo(sits.Dialog.GetByTestId("confirm-action"));
        await keys.PressAsync("Enter");
        await Expect(sits.Page.Locator("[data-phase=ended]")).ToBeVisibleAsync();
        await sits.Totals.Are("1 project", "145.0 billion tenge", "381 jobs");

        Task Offered(string act) => Expect(sits.Offered(act)).ToBeVisibleAsync();
        Task TabTo(ILocator target) => ByKeyboard.TabTo(sits.Page, target);
    }

    [Fact]
    public async Task An_operator_retracts_a_confirmation_by_keys_alone()
    {
        var sits = await Operator();
        var keys = sits.Page.Keyboard;
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await sits.Send(new { type = "confirm_launch", launchId = Map2021.Cans, reason = "told by telephone" });
        await sits.SeesLaunch(Map2021.Cans, "confirmed");

        var menu = sits.Launch(Map2021.Cans).Locator("button[aria-haspopup=menu]");
        await TabTo(sits.Page, menu);
        await keys.PressAsync("Enter");
        await Expect(sits.Menu.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(sits.Dialog).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(menu).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await Expect(sits.Dialog).ToBeFocusedAsync();
        await keys.TypeAsync("the line had stopped");
        await keys.PressAsync("Enter");
        await sits.SeesLaunch(Map2021.Cans, "called");
    }

    [Theory]
    [InlineData("Space")]
    [InlineData("Enter")]
    public async Task A_coordinator_reports_ready_and_confirms_by_holding_a_key(string key)
    {
        var sits = await Operator();
        var shymkent = await Coordinator("shymkent", Look.Phone);
        await sits.Start();
        var picture = shymkent.Page.Locator("[data-item=picture]");
        await TabTo(shymkent.Page, picture);
        await shymkent.Page.Keyboard.PressAsync(key);
        await Expect(picture).ToHaveAttributeAsync("aria-pressed", "true");

        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await TabTo(shymkent.Page, shymkent.ConfirmButton);
        await shymkent.Page.Keyboard.DownAsync(key);
        await Expect(shymkent.ConfirmButton).ToHaveCountAsync(0);
        await shymkent.Page.Keyboard.UpAsync(key);
        await sits.SeesLaunch(Map2021.Cans, "confirmed");
    }

    [Fact]
    public async Task A_coordinator_confirms_by_a_short_press_and_the_dialog_that_asks()
    {
        var sits = await Operator();
        var shymkent = await Coordinator("shymkent", Look.Phone);
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await TabTo(shymkent.Page, shymkent.ConfirmButton);
        await shymkent.Page.Keyboard.PressAsync("Enter");
        await Expect(shymkent.Dialog).ToBeVisibleAsync();
        await shymkent.Page.Keyboard.PressAsync("Escape");
        await Expect(shymkent.Dialog).ToHaveCountAsync(0);
        await sits.SeesLaunch(Map2021.Cans, "called");

        await Expect(shymkent.ConfirmButton).ToBeFocusedAsync();
        await shymkent.Page.Keyboard.PressAsync("Enter");
        await TabTo(shymkent.Page, shymkent.Dialog.Locator(".primary"));
        await shymkent.Page.Keyboard.PressAsync("Enter");
        await sits.SeesLaunch(Map2021.Cans, "confirmed");
    }

    /// <summary>Presses Tab until it is there, as somebody without a mouse does.</summary>
    private static async Task TabTo(IPage page, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 150; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"150 presses of Tab do not lead to {target}.");
    }
}
