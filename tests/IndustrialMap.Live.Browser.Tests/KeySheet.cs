namespace IndustrialMap.Live.Browser.Tests;

public sealed class KeySheet(Chromium chromium) : Show(chromium)
{
    private const string SheetKey = "Shift+Slash";

    [Fact]
    public async Task Next_gets_another_key_by_keys_alone_and_keeps_it()
    {
        var sits = await Operator();
        var keys = sits.Page.Keyboard;
        await sits.Start();
        await keys.PressAsync(SheetKey);
        var next = sits.Dialog.Locator("[data-key-act=next]");
        await next.GetByRole(AriaRole.Button).FocusAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("b");
        await Expect(next.GetByRole(AriaRole.Status)).ToHaveTextAsync("B is taken: Go back one step. Press another key.");
        await keys.PressAsync("m");
        await Expect(next.Locator("kbd")).ToHaveTextAsync("M");
        await keys.PressAsync("Escape");
        await Expect(sits.Dialog).ToHaveCountAsync(0);

        await Expect(sits.Place("next")).ToHaveAttributeAsync("aria-keyshortcuts", "M");
        await Expect(sits.Offered("next")).ToBeVisibleAsync();
        await keys.PressAsync("n");
        await keys.PressAsync("m");
        await sits.SeesOnAir("launch-zhayrem");
        await Expect(sits.Log("segment_went_on_air")).ToHaveCountAsync(2);

        await sits.Page.ReloadAsync();
        await Expect(sits.Place("next").Locator("kbd")).ToHaveTextAsync("M");
    }

    [Fact]
    public async Task Escape_leaves_a_key_as_it_was_and_the_sheet_open()
    {
        var sits = await Operator();
        await sits.Page.Keyboard.PressAsync(SheetKey);
        var next = sits.Dialog.Locator("[data-key-act=next]");
        var words = next.GetByRole(AriaRole.Status);
        await next.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(words).ToHaveTextAsync("Press the new key");
        await sits.Page.Keyboard.PressAsync("Escape");
        await Expect(words).ToBeEmptyAsync();
        await sits.Page.Keyboard.PressAsync("m");
        await Expect(next.Locator("kbd")).ToHaveTextAsync("N");
        await Expect(sits.Dialog).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Switched_off_no_single_key_acts_and_the_room_says_so_in_words()
    {
        var sits = await Operator();
        var keys = sits.Page.Keyboard;
        await sits.Start();
        await keys.PressAsync(SheetKey);
        await sits.Dialog.GetByTestId("keys-lock").ClickAsync();
        await keys.PressAsync("Escape");
        var off = sits.Page.GetByTestId("keys-off");
        await Expect(off).ToHaveTextAsync("Keys off");
        await Expect(sits.Page.Locator("button[data-action] kbd")).ToHaveCountAsync(0);

        await Expect(Offered(sits, "next")).ToBeVisibleAsync();
        await keys.PressAsync("n");
        await keys.PressAsync(SheetKey);
        await Expect(sits.Dialog).ToHaveCountAsync(0);
        await off.ClickAsync();
        await sits.Dialog.GetByTestId("keys-lock").ClickAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("n");
        await sits.SeesOnAir("launch-zhayrem");
        // The press while they were off would be a step of its own.
        await Expect(sits.Log("segment_went_on_air")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    public async Task Is_accessible_and_speaks_one_language(string language)
    {
        var sits = await Operator(new Look(language));
        await sits.Page.Keyboard.PressAsync(SheetKey);
        await sits.Dialog.Locator("[data-key-act=next]").GetByRole(AriaRole.Button).ClickAsync();
        await sits.Page.Keyboard.PressAsync("Digit1");
        await Expect(sits.Dialog.Locator(".refusal")).Not.ToBeEmptyAsync();
        await IsClean("a key is refused");
        await sits.Dialog.GetByTestId("keys-lock").ClickAsync();
        await IsClean("switched off");

        async Task IsClean(string screen)
        {
            var found = await Inspection.Of(sits.Page, language, screen);
            Assert.Empty(found.Accessibility.Concat(found.Words).Concat(found.Width));
        }
    }

    private static ILocator Offered(Operator sits, string act) => sits.Page.Locator($"button[data-action={act}][aria-disabled=false]");
}
