using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>The running order is edited by two operators, by pointer, keys and menus.</summary>
public sealed class TheOrder(Chromium chromium) : Show(chromium)
{
    private static readonly string[] Planned = ["opening", .. Map2021.Launches.Select(launch => launch.Segment), "closing"];

    [Fact]
    public async Task A_segment_is_dragged_by_its_handle_and_both_operators_see_where_it_went()
    {
        var (aliya, berik) = await Two();
        await DragOver(aliya, "closing", "launch-aktogay");
        await aliya.Page.Mouse.UpAsync();
        string[] moved = ["opening", "launch-zhayrem", "closing", .. Planned[2..^1]];
        await aliya.SeesOrder(moved);
        await berik.SeesOrder(moved);
        await Expect(berik.Log("segment_moved")).ToHaveCountAsync(1);
        await Expect(aliya.Page.Locator("#dnd-action-dragged-el")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_drag_during_which_another_operator_edits_the_order_stands_still_and_is_refused()
    {
        var (aliya, berik) = await Two();
        await DragOver(aliya, "closing", "launch-aktogay");
        string[] held = ["opening", "launch-zhayrem", "closing", .. Planned[2..^1]];
        await aliya.SeesOrder(held);

        await berik.Choose("opening", "Move down");
        string[] edited = ["launch-zhayrem", "opening", .. Planned[2..]];
        await berik.SeesOrder(edited);
        await Expect(aliya.Log("segment_moved")).ToHaveCountAsync(1);
        await aliya.SeesOrder(held);

        await aliya.Page.Mouse.UpAsync();
        await Expect(aliya.Toasts.Filter(new() { HasText = "The order was changed meanwhile" })).ToHaveCountAsync(1);
        await aliya.SeesOrder(edited);
        await berik.SeesOrder(edited);
    }

    [Fact]
    public async Task Escape_ends_a_drag_and_nothing_is_moved()
    {
        var (aliya, berik) = await Two();
        await DragOver(aliya, "closing", "launch-aktogay");
        await aliya.Page.Keyboard.PressAsync("Escape");
        await aliya.SeesOrder(Planned);
        await aliya.Page.Mouse.UpAsync();
        await berik.Choose("opening", "Skip");
        await Expect(aliya.Log("segment_skipped")).ToHaveCountAsync(1);
        await aliya.SeesOrder(Planned);
        await Expect(aliya.Log("segment_moved")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_row_is_not_dragged_by_anything_but_its_handle()
    {
        var (aliya, _) = await Two();
        await Drag(aliya, aliya.Segment("closing").Locator("h3"), "launch-aktogay");
        await Expect(aliya.Page.Locator("#dnd-action-dragged-el")).ToHaveCountAsync(0);
        await aliya.Page.Mouse.UpAsync();
        await aliya.SeesOrder(Planned);
    }

    [Fact]
    public async Task A_segment_is_moved_by_keys_alone_and_keeps_the_focus()
    {
        var (aliya, berik) = await Two();
        var keys = aliya.Page.Keyboard;
        var said = aliya.Page.GetByRole(AriaRole.Status).Filter(new() { HasTextRegex = new("place \\d of 8") });
        await aliya.Handle("closing").FocusAsync();
        await keys.PressAsync("Alt+ArrowUp");
        string[] once = [.. Planned[..6], "closing", "launch-kostanay-region"];
        await berik.SeesOrder(once);
        await Expect(aliya.Handle("closing")).ToBeFocusedAsync();
        await Expect(said).ToHaveTextAsync("Closing from the studio: place 7 of 8");

        await keys.PressAsync("Space");
        await Expect(said).ToHaveTextAsync("Closing from the studio lifted: place 7 of 8");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("Home");
        await Expect(said).ToHaveTextAsync("Closing from the studio: place 1 of 8");
        await berik.SeesOrder(once);
        await keys.PressAsync("Escape");
        await Expect(said).ToHaveTextAsync("Closing from the studio is back at place 7 of 8");
        await aliya.SeesOrder(once);

        await keys.PressAsync("Space");
        await keys.PressAsync("Home");
        await keys.PressAsync("Space");
        await berik.SeesOrder(["closing", .. Planned[..7]]);
        await Expect(aliya.Handle("closing")).ToBeFocusedAsync();
        await Expect(berik.Log("segment_moved")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_finger_drags_by_the_handle()
    {
        var sits = await Operator(Look.Phone);
        await sits.Handle("opening").ScrollIntoViewIfNeededAsync();
        var (from, to) = (await Centre(sits.Handle("opening")), await Centre(sits.Segment("launch-zhayrem")));
        var touch = await sits.Page.Context.NewCDPSessionAsync(sits.Page);
        await Send("touchStart", from.Y);
        for (var step = 1; step <= 10; step++) await Send("touchMove", from.Y + (to.Y + 40 - from.Y) * step / 10);
        await sits.SeesOrder(["launch-zhayrem", "opening", .. Planned[2..]]);
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await Expect(sits.Log("segment_moved")).ToHaveCountAsync(1);
        await sits.SeesOrder(["launch-zhayrem", "opening", .. Planned[2..]]);

        Task Send(string type, float y) => touch.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type, ["touchPoints"] = new object[] { new { x = from.X, y } },
        });
    }

    [Fact]
    public async Task A_segment_is_inserted_where_it_was_asked_for_and_edited()
    {
        var (aliya, berik) = await Two();
        var keys = aliya.Page.Keyboard;
        await aliya.Choose("launch-aktogay", "Insert a segment before…");
        await Expect(Field(aliya, "en")).ToBeFocusedAsync();
        await keys.TypeAsync("Anthem");
        await Field(aliya, "duration").FillAsync("1:30");
        await Field(aliya, "fixedTime").FillAsync("12:00");
        await keys.PressAsync("Enter");
        await berik.SeesOrder([.. Planned[..2], "added-1", .. Planned[2..]]);
        await Expect(aliya.Dialog).ToHaveCountAsync(0);
        await Expect(berik.Segment("added-1")).ToContainTextAsync("Anthem");
        await Expect(berik.Segment("added-1").Locator(".fixed")).ToContainTextAsync("12:00");
        await Expect(berik.Segment("added-1").Locator(".length")).ToContainTextAsync("01:30");

        await berik.Choose("added-1", "Edit…");
        await Expect(Field(berik, "fixedTime")).ToHaveValueAsync("12:00");
        await Field(berik, "fixedTime").FillAsync("");
        await Field(berik, "ru").FillAsync("Гимн");
        await berik.Dialog.GetByRole(AriaRole.Button, new() { NameString = "Save" }).ClickAsync();
        await Expect(aliya.Segment("added-1").Locator(".fixed")).ToHaveCountAsync(0);
        await Expect(aliya.Log("segment_edited")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_wrong_in_a_segment_is_said_at_its_field()
    {
        var (aliya, _) = await Two();
        await aliya.Choose("closing", "Insert a segment at the end…");
        await Wrong("kk", "Without a site the segment needs a title");
        await Field(aliya, "kk").FillAsync("Әнұран\u202e");
        await Wrong("kk", "U+202E, which is selected");
        Assert.Equal("\u202e", await Field(aliya, "kk").EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)"));
        await Field(aliya, "kk").FillAsync("Әнұран");
        await Field(aliya, "duration").FillAsync("90");
        await Wrong("duration", "Write the duration as 3:00");
        await Field(aliya, "duration").FillAsync("1:30");
        await Field(aliya, "fixedTime").FillAsync("noon");
        await Wrong("fixedTime", "Write the time as 12:00");
        await Field(aliya, "fixedTime").FillAsync("");
        await aliya.Page.Keyboard.PressAsync("Enter");
        await aliya.SeesOrder([.. Planned, "added-1"]);

        async Task Wrong(string field, string why)
        {
            await aliya.Page.Keyboard.PressAsync("Enter");
            await Expect(aliya.Dialog.GetByRole(AriaRole.Alert).Filter(new() { HasText = why })).ToBeVisibleAsync();
            await Expect(Field(aliya, field)).ToBeFocusedAsync();
            await Expect(Field(aliya, field)).ToHaveAttributeAsync("aria-invalid", "true");
        }
    }

    [Theory]
    [InlineData("keep-mine", "Farewell", "08:00")]
    [InlineData("take-theirs", "Closing from the studio", "03:30")]
    public async Task What_another_operator_changes_while_a_segment_is_edited_is_said_and_either_of_both_is_kept(
        string choice, string title, string length)
    {
        var (aliya, berik) = await Two();
        await aliya.Choose("closing", "Edit…");
        await Field(aliya, "en").FillAsync("Farewell");
        await Field(aliya, "duration").FillAsync("8:00");
        await berik.Choose("closing", "+30 s");
        await Expect(aliya.Dialog.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Berik set the duration of Closing from the studio to 03:30" }))
            .ToBeVisibleAsync();
        await Field(aliya, "en").PressAsync("Enter");
        await Expect(aliya.Log("segment_edited")).ToHaveCountAsync(0);

        await aliya.Dialog.GetByTestId(choice).ClickAsync();
        await aliya.Page.Keyboard.PressAsync("Enter");
        await Expect(aliya.Dialog).ToHaveCountAsync(0);
        await Expect(berik.Segment("closing").Locator("h3")).ToHaveTextAsync(title);
        await Expect(berik.Segment("closing").Locator(".length")).ToContainTextAsync(length);
    }

    [Fact]
    public async Task The_sheet_of_a_segment_that_another_operator_removes_withdraws_with_a_word_and_an_open_menu_goes()
    {
        var (aliya, berik) = await Two();
        await aliya.Choose("closing", "Edit…");
        await berik.SegmentItem("closing", "Edit…");
        await aliya.Send(new { type = "remove_segment", version = 0, segmentId = "closing" });
        await Expect(aliya.Dialog).ToHaveCountAsync(0);
        await Expect(aliya.Toasts.Filter(new() { HasText = "Withdrawn" })).ToHaveCountAsync(1);
        await Expect(berik.Menu).ToHaveCountAsync(0);
        await berik.SeesOrder(Planned[..^1]);
    }

    [Fact]
    public async Task A_menu_stays_where_it_is_on_its_own_row_while_another_operator_moves_that()
    {
        var (aliya, berik) = await Two();
        var skip = await aliya.SegmentItem("closing", "Skip");
        var before = await Centre(skip);
        await berik.Choose("closing", "Move up");
        await aliya.SeesOrder([.. Planned[..6], "closing", "launch-kostanay-region"]);
        Assert.Equal(before, await Centre(skip));
        await skip.ClickAsync();
        await Expect(berik.Segment("closing")).ToContainTextAsync("Skipped");
    }

    [Fact]
    public async Task What_is_skipped_says_so_has_no_times_and_counts_for_nothing_until_it_is_not()
    {
        var (aliya, berik) = await Two();
        await aliya.Start();
        var head = aliya.Page.Locator("section[aria-labelledby=order] .head");
        await Expect(head).ToContainTextAsync("27:50");
        await aliya.Choose("closing", "Skip");
        await Expect(berik.Segment("closing")).ToContainTextAsync("Skipped");
        await Expect(berik.Segment("closing").Locator(".start")).ToContainTextAsync("–");
        await Expect(head).ToContainTextAsync("24:50");
        await berik.Choose("closing", "Do not skip");
        await Expect(aliya.Segment("closing").Locator(".start")).ToContainTextAsync("≈");
    }

    [Fact]
    public async Task What_is_on_air_or_holds_launches_is_not_removed_and_the_launches_are_moved_first()
    {
        var (aliya, berik) = await Two();
        await aliya.Start();
        var remove = await aliya.SegmentItem("opening", "Remove");
        await Expect(remove).ToContainTextAsync("The segment is on air.");
        await remove.ClickAsync(new() { Force = true });
        await aliya.Page.Keyboard.PressAsync("Escape");

        remove = await aliya.SegmentItem("launch-shymkent", "Remove");
        await Expect(remove).ToContainTextAsync("Launches stand in this segment: move them first.");
        await aliya.Menu.GetByRole(AriaRole.Menuitem, new() { NameString = "Move its launches…" }).ClickAsync();
        await Expect(aliya.Dialog).ToContainTextAsync("Aluminum cans");
        await Expect(aliya.Dialog.GetByRole(AriaRole.Radio)).ToHaveCountAsync(4);
        await aliya.Dialog.GetByLabel("8. Closing from the studio").CheckAsync();
        await aliya.Dialog.GetByRole(AriaRole.Button, new() { NameString = "Move" }).ClickAsync();
        await Expect(berik.Segment("closing").Locator($"[data-launch='{Map2021.Cans}']")).ToBeVisibleAsync();
        await Expect(aliya.Dialog).ToHaveCountAsync(0);

        await aliya.Choose("launch-shymkent", "Remove");
        await berik.SeesOrder([.. Planned[..5], .. Planned[6..]]);
    }

    [Fact]
    public async Task A_segment_is_put_on_air_out_of_its_turn_after_a_question()
    {
        var (aliya, berik) = await Two();
        await aliya.Choose("closing", "Put on air now…");
        await Expect(aliya.Dialog).ToContainTextAsync("The teleconference starts with it.");
        await aliya.Dialog.GetByTestId("confirm-action").ClickAsync();
        await berik.SeesOnAir("closing");
        await Expect(berik.Log("jumped_to_segment")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_fixed_start_that_cannot_hold_says_by_how_much_and_a_hold_how_long_the_clock_stands()
    {
        var sits = await Operator();
        var past = DateTimeOffset.UtcNow.AddMinutes(-30).ToOffset(TimeSpan.FromHours(5));
        await sits.Start();
        await sits.Choose("launch-zhayrem", "Edit…");
        await Field(sits, "fixedTime").FillAsync($"{past:HH:mm}");
        await Field(sits, "fixedTime").PressAsync("Enter");
        await Expect(sits.Segment("launch-zhayrem").Locator(".fixed")).ToHaveTextAsync(new Regex($@"{past:HH:mm}\s+late by \d\d:\d\d$"));
        await sits.Do("hold");
        await Expect(sits.Segment("opening")).ToContainTextAsync(new Regex(@"held 00:0[1-9]"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_menu_and_the_sheets_are_accessible_and_of_one_language_and_fit(string language)
    {
        var sits = await Operator(new(language));
        await sits.Start();
        await sits.Segment("launch-shymkent").Locator(".menu button").ClickAsync();
        await Look("the menu", language);
        await sits.Menu.GetByRole(AriaRole.Menuitem).Nth(3).ClickAsync();
        await Field(sits, "duration").FillAsync("");
        await Field(sits, "duration").PressAsync("Enter");
        await Expect(sits.Dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Look("the sheet", language);
        await sits.Page.Keyboard.PressAsync("Escape");
        await sits.Segment("launch-shymkent").Locator(".menu button").ClickAsync();
        await sits.Menu.GetByRole(AriaRole.Menuitem).Nth(-2).ClickAsync();
        await Expect(sits.Dialog.GetByRole(AriaRole.Radio).First).ToBeVisibleAsync();
        await Look("where a launch is to stand", language);

        async Task Look(string what, string of)
        {
            var seen = await Inspection.Of(sits.Page, of, what);
            Assert.Empty(seen.Accessibility.Concat(seen.Words).Concat(seen.Width));
        }
    }

    public static TheoryData<string> Languages() => [.. Messages.Languages];

    private async Task<(Operator Aliya, Operator Berik)> Two()
    {
        var aliya = await Operator();
        return (aliya, await Operator(await aliya.InviteOperator("Berik")));
    }

    private static ILocator Field(Operator sits, string name) => sits.Dialog.Locator($"[name={name}]");

    private static Task DragOver(Operator sits, string segment, string target) => Drag(sits, sits.Handle(segment), target);

    /// <summary>Takes it, and holds it over another row until the list shows it there.</summary>
    private static async Task Drag(Operator sits, ILocator held, string target)
    {
        var (from, to) = (await Centre(held), await Centre(sits.Segment(target)));
        await sits.Page.Mouse.MoveAsync(from.X, from.Y);
        await sits.Page.Mouse.DownAsync();
        await sits.Page.Mouse.MoveAsync(from.X, from.Y - 10);
        await sits.Page.Mouse.MoveAsync(from.X, to.Y, new() { Steps = 10 });
    }

    private static async Task<(float X, float Y)> Centre(ILocator of)
    {
        var box = await of.BoundingBoxAsync();
        return (box!.X + box.Width / 2, box.Y + box.Height / 2);
    }
}
