namespace IndustrialMap.Live.Browser.Tests;

/// <summary>The sheet that asks for a reason: where it lies, what its keys do, and when it goes by itself.</summary>
public sealed class BesideTheOrder(Chromium chromium) : Show(chromium)
{
    [Fact]
    public async Task It_withdraws_with_a_word_once_the_site_has_confirmed()
    {
        var sits = await Operator();
        var shymkent = await Coordinator("shymkent", Look.Phone);
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await sits.SeesLaunch(Map2021.Cans, "called");
        await Ask(sits, Map2021.Cans, "Postpone");
        await sits.Page.Keyboard.TypeAsync("the line is d");

        await shymkent.Confirm();
        await Expect(sits.Dialog).ToHaveCountAsync(0);
        var word = sits.Toasts.Filter(new() { HasTextRegex = new(@"Withdrawn: Shymkent.* confirmed .*, \d\d:\d\d") });
        await Expect(word).ToHaveCountAsync(1);
        await Expect(sits.Launch(Map2021.Cans).Locator("button[aria-haspopup=menu]")).ToBeFocusedAsync();
        await sits.SeesLaunch(Map2021.Cans, "confirmed");
    }

    [Fact]
    public async Task It_sends_nothing_on_what_another_operator_has_changed_before_that_was_seen()
    {
        var aliya = await Operator();
        var berik = await Operator(await aliya.InviteOperator("Berik"));
        await aliya.Start();
        await Ask(aliya, Map2021.Cans, "Postpone");
        await aliya.Page.Keyboard.TypeAsync("not ready");
        await berik.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await Expect(aliya.Dialog.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Berik called" })).ToBeVisibleAsync();

        var submit = aliya.Dialog.Locator("button[type=submit]");
        await Expect(submit).ToHaveTextAsync("Understood");
        await aliya.Page.Keyboard.PressAsync("Enter");
        await Expect(submit).ToHaveTextAsync("Postpone");
        await aliya.SeesLaunch(Map2021.Cans, "called");
        await aliya.Page.Keyboard.PressAsync("Enter");
        await aliya.SeesLaunch(Map2021.Cans, "postponed");
        await Expect(aliya.Dialog).ToHaveCountAsync(0);
        await Expect(aliya.Log("launch_postponed")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_end_is_not_asked_about_any_more_once_another_segment_is_on_air()
    {
        var aliya = await Operator();
        var berik = await Operator(await aliya.InviteOperator("Berik"));
        await aliya.Start();
        await aliya.Do("end");
        await Expect(aliya.Dialog).ToBeFocusedAsync();
        await berik.Next("launch-zhayrem");
        await Expect(aliya.Dialog).ToHaveCountAsync(0);
        await Expect(aliya.Toasts.Filter(new() { HasText = "Withdrawn: Berik put on air: Zhayrem" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_digit_takes_a_usual_reason_a_letter_writes_on_and_enter_sends()
    {
        var sits = await Operator();
        var keys = sits.Page.Keyboard;
        await sits.Start();
        await Ask(sits, "2021-06", "Postpone");
        var text = sits.Dialog.GetByRole(AriaRole.Textbox);
        await keys.PressAsync("4");
        await Expect(text).ToHaveValueAsync("Weather");
        await keys.PressAsync("1");
        await Expect(text).ToHaveValueAsync("Not ready");
        await Expect(sits.Dialog.Locator("[aria-pressed=true]")).ToHaveTextAsync("1Not ready");
        await keys.TypeAsync(": 2 of 5");
        await keys.PressAsync("Shift+Enter");
        await keys.TypeAsync("asked twice");
        await Expect(text).ToHaveValueAsync("Not ready: 2 of 5\nasked twice");
        await keys.PressAsync("Enter");
        await sits.SeesLaunch("2021-06", "postponed");
        await Expect(sits.Launch("2021-06").Locator(".why")).ToContainTextAsync("Not ready: 2 of 5");
    }

    [Fact]
    public async Task What_is_wrong_with_a_reason_is_said_and_marked_in_it()
    {
        var sits = await Operator();
        var keys = sits.Page.Keyboard;
        await Ask(sits, "2021-06", "Postpone");
        var text = sits.Dialog.GetByRole(AriaRole.Textbox);
        await keys.PressAsync("Enter");
        await IsWrong("The reason needs words");
        await keys.TypeAsync("…");
        await keys.PressAsync("Enter");
        await IsWrong("The reason needs words");
        await text.FillAsync("not \u202eready" + new string('.', 480));
        await keys.PressAsync("Enter");
        await IsWrong("U+202E, which is selected");
        Assert.Equal("\u202e", await text.EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)"));
        Assert.Equal(0, await text.EvaluateAsync<double>("field => field.scrollTop"));
        await keys.PressAsync("Delete");
        await Expect(text).ToHaveValueAsync("not ready" + new string('.', 480));
        await Expect(text).ToHaveAttributeAsync("aria-invalid", "false");
        await text.FillAsync(new string('x', 503));
        await Expect(sits.Dialog).ToContainTextAsync("3 characters too many");
        await keys.PressAsync("Enter");
        await IsWrong("The reason is too long");
        await keys.PressAsync("Delete");
        await keys.PressAsync("Enter");
        await sits.SeesLaunch("2021-06", "postponed");

        async Task IsWrong(string why)
        {
            await Expect(sits.Dialog.GetByRole(AriaRole.Alert).Filter(new() { HasText = why })).ToBeVisibleAsync();
            await Expect(text).ToBeFocusedAsync();
            await Expect(text).ToHaveAttributeAsync("aria-invalid", "true");
        }
    }

    [Fact]
    public async Task The_room_works_on_beside_it_and_its_keys_are_not_the_rooms()
    {
        var sits = await Operator();
        var keys = sits.Page.Keyboard;
        await sits.Start();
        await Ask(sits, "2021-06", "Postpone");
        await keys.TypeAsync("no line, next but one");
        await Expect(sits.Dialog.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("no line, next but one");
        await sits.SeesOnAir("opening");

        await sits.Next("launch-zhayrem");
        await Expect(sits.Page.Locator("button[data-action=back][aria-disabled=false]")).ToBeVisibleAsync();
        await sits.Page.Locator("main h2").First.ClickAsync();
        await keys.PressAsync("b");
        await sits.SeesOnAir("opening");
        await Expect(sits.Dialog.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("no line, next but one");
        await keys.PressAsync("Escape");
        await Expect(sits.Dialog).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task It_covers_neither_the_order_nor_the_clock_nor_the_bar(int width, int height)
    {
        var sits = await Operator(new Look(Width: width, Height: height));
        await sits.Start();
        await Ask(sits, "2021-06", "Postpone");
        await sits.Page.Keyboard.PressAsync("Enter");
        var sheet = await Box(sits.Dialog);
        Assert.InRange(sheet.X, 0, width - sheet.Width);
        Assert.InRange(sheet.Y, 0, height - sheet.Height);
        Assert.False(Overlaps(sheet, await Box(sits.Page.Locator("section.bar"))), "The sheet lies over the action bar.");
        Assert.False(Overlaps(sheet, await Box(sits.Page.Locator("[role=timer]"))), "The sheet lies over the clock of what is on air.");
        // On a phone all columns are one, and the order scrolls behind it.
        if (width < 900) return;
        Assert.False(Overlaps(sheet, await Box(sits.Page.Locator("main > section").First)), "The sheet lies over the running order.");
        Assert.False(Overlaps(sheet, await Box(sits.Page.Locator("header"))), "The sheet lies over the header.");
    }

    private static async Task Ask(Operator sits, string launch, string act)
    {
        await sits.Launch(launch).Locator("button[aria-haspopup=menu]").ClickAsync();
        await sits.Menu.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = act }).ClickAsync();
        await Expect(sits.Dialog).ToBeFocusedAsync();
    }

    private static async Task<LocatorBoundingBoxResult> Box(ILocator of) => (await of.BoundingBoxAsync())!;

    private static bool Overlaps(LocatorBoundingBoxResult one, LocatorBoundingBoxResult other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;
}
