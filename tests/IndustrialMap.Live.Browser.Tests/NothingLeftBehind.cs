using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>Launches that nobody may forget: a step asks about them, a strip keeps them, the end asks again.</summary>
public sealed class NothingLeftBehind(Chromium chromium) : Show(chromium)
{
    private const string First = "2021-01", Second = "2021-02";

    private static ILocator Asked(Operator sits, string launch) => sits.Dialog.Locator($"[data-open='{launch}']");

    private static ILocator Strip(Operator sits, string launch) => sits.Page.GetByTestId("open-launches").Locator($"[data-open='{launch}']");

    /// <summary>Presses the key of an act once it is taken: just after a change nobody can have meant it.</summary>
    private static async Task Key(Operator sits, string act, string key)
    {
        await Expect(sits.Offered(act)).ToBeVisibleAsync();
        await sits.Page.Keyboard.PressAsync(key);
    }

    [Fact]
    public async Task A_step_asks_once_for_each_launch_that_it_leaves_open_and_the_end_asks_again()
    {
        var sits = await Operator();
        await sits.Start();
        await sits.Next("launch-zhayrem");
        await Expect(Strip(sits, First)).ToHaveCountAsync(1);

        await Key(sits, "next", "n");
        await Expect(Asked(sits, First)).ToBeVisibleAsync();
        Assert.Empty((await Inspection.Of(sits.Page, "en", "asked")).Accessibility);
        await Asked(sits, First).GetByTestId("go-on").ClickAsync();
        await Expect(Asked(sits, First)).ToHaveCountAsync(0);
        await sits.Dialog.GetByTestId("confirm-action").ClickAsync();
        await sits.SeesOnAir("launch-aktogay");
        await Expect(Strip(sits, First)).ToHaveCountAsync(1);

        await Key(sits, "next", "n");
        await Expect(Asked(sits, Second)).ToBeVisibleAsync();
        await Expect(Asked(sits, First)).ToHaveCountAsync(0);
        await sits.Page.Keyboard.PressAsync("n");
        await sits.SeesOnAir("launch-saryarkinsky");

        await Key(sits, "end", "e");
        await Expect(sits.Dialog.Locator("[data-open]")).ToHaveCountAsync(6);
        await sits.Page.Keyboard.PressAsync("e");
        await Expect(sits.Page.Locator("[data-phase=ended]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_settled_meanwhile_is_not_asked_about_any_more()
    {
        var sits = await Operator();
        var zhayrem = await Coordinator("zhayrem", Look.Phone);
        await sits.Start();
        await sits.Next("launch-zhayrem");
        await sits.Call(First);
        await sits.Place("next").ClickAsync();
        await Expect(Asked(sits, First)).ToBeVisibleAsync();
        await zhayrem.Confirm();
        await Expect(Asked(sits, First)).ToHaveCountAsync(0);
        await sits.Dialog.GetByTestId("confirm-action").ClickAsync();
        await sits.SeesOnAir("launch-aktogay");
    }

    [Fact]
    public async Task From_the_question_a_launch_is_postponed_and_the_question_comes_back()
    {
        var sits = await Operator();
        await sits.Start();
        await sits.Next("launch-zhayrem");
        await sits.Place("next").ClickAsync();
        await Asked(sits, First).GetByRole(AriaRole.Button, new() { Name = "Postpone" }).ClickAsync();
        await sits.GiveReason("not ready");
        await sits.SeesLaunch(First, "postponed");
        await Expect(sits.Dialog).ToContainTextAsync("Launches are still open");
        await sits.Dialog.GetByTestId("confirm-action").ClickAsync();
        await sits.SeesOnAir("launch-aktogay");
        await Expect(sits.Page.GetByTestId("open-launches").Locator("[data-open]")).ToHaveCountAsync(1);
    }

    /// <summary>Next 1, call 1, un-call 1, +30 s 1, hold 1, End 2.</summary>
    [Fact]
    public async Task The_presses_are_as_few_as_they_are_counted()
    {
        var sits = await Operator();
        await sits.Start();
        await Key(sits, "next", "n");
        await sits.SeesOnAir("launch-zhayrem");
        await Key(sits, "call", "c");
        await sits.SeesLaunch(First, "called");
        await Key(sits, "take_back", "x");
        await sits.SeesLaunch(First, "planned");
        await Key(sits, "longer", "=");
        await Expect(sits.Log("duration_adjusted")).ToHaveCountAsync(1);
        await Key(sits, "hold", "h");
        await Expect(sits.Page.GetByTestId("held")).ToBeVisibleAsync();
        await Key(sits, "undo", "z");
        await Expect(sits.Page.GetByTestId("held")).ToHaveCountAsync(0);
        await Key(sits, "end", "e");
        await Expect(sits.Dialog).ToBeVisibleAsync();
        await sits.Page.Keyboard.PressAsync("e");
        await Expect(sits.Page.Locator("[data-phase=ended]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_end_is_taken_back_with_a_reason_by_another_operator()
    {
        var aliya = await Operator();
        var berik = await Operator(await aliya.InviteOperator("Berik"));
        await aliya.Start();
        await aliya.End();
        await Expect(berik.Page.Locator("[data-phase=ended]")).ToBeVisibleAsync();
        await berik.Page.Locator("[data-action=reopen]").ClickAsync();
        await berik.GiveReason("one more to come");
        await aliya.SeesOnAir("opening");
        await Expect(aliya.Log("teleconference_reopened")).ToContainTextAsync("Berik");
    }

    [Fact]
    public async Task A_sites_word_that_came_too_late_is_an_alarm_that_stays()
    {
        var sits = await Operator();
        var zhayrem = await Coordinator("zhayrem", Look.Phone);
        await sits.Start();
        await sits.Next("launch-zhayrem");
        await sits.Call(First);
        await Key(sits, "take_back", "x");
        await sits.SeesLaunch(First, "planned");
        var late = new { commandId = Guid.NewGuid().ToString(), command = new { type = "confirm_launch", launchId = First, attempt = 1 } };
        for (var again = 0; again < 2; again++)
            await zhayrem.Page.APIRequest.PostAsync($"/api/teleconferences/{Id}/commands", new() { DataObject = late });
        var alarm = sits.Toasts.Filter(new() { HasText = "was refused" });
        await Expect(alarm).ToHaveCountAsync(1);
        await Expect(alarm.GetByRole(AriaRole.Button, new() { Name = "Show" })).ToBeVisibleAsync();
        await Expect(sits.Log("confirmation_refused")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_one_has_done_to_the_order_is_undone_from_its_toast_and_the_other_sees_it_at_once()
    {
        var aliya = await Operator();
        var berik = await Operator(await aliya.InviteOperator("Berik"));
        await aliya.Start();
        await aliya.Send(new { type = "move_segment", version = 0, segmentId = "closing", before = "launch-zhayrem" });
        var second = "[data-segment] >> nth=1";
        await Expect(berik.Page.Locator(second)).ToHaveAttributeAsync("data-segment", "closing");
        await aliya.Toasts.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(berik.Page.Locator(second)).ToHaveAttributeAsync("data-segment", "launch-zhayrem");
        await Expect(berik.Log("undone")).ToHaveCountAsync(1);
    }
}

/// <summary>A call that nobody confirms, in a show that waits two seconds.</summary>
public sealed class ConfirmationWindow(Chromium chromium) : Show(chromium)
{
    protected override string Id => LargeShow.Id;

    protected override string? Imported => LargeShow.Script(sites: 3, launches: 3, window: 2);

    [Fact]
    public async Task Its_end_is_an_alarm_for_everybody_in_the_room_until_the_launch_is_confirmed()
    {
        var sits = await Operator();
        await sits.Start();
        await sits.Call("launch-1");
        var alarm = sits.Toasts.Filter(new() { HasText = "Not confirmed in time" });
        await Expect(alarm).ToHaveCountAsync(1);
        await Expect(sits.Page.GetByTestId("open-launches")).ToContainTextAsync("OVERDUE");

        var late = await Operator(await sits.InviteOperator("Berik"));
        await Expect(late.Toasts.Filter(new() { HasText = "Not confirmed in time" })).ToHaveCountAsync(1);
        await sits.Send(new { type = "confirm_launch", launchId = "launch-1", reason = "told by telephone" });
        await Expect(alarm).ToHaveCountAsync(0);
        await Expect(late.Toasts.Filter(new() { HasText = "Not confirmed in time" })).ToHaveCountAsync(0);
    }
}

/// <summary>A show that is planned for ten minutes from now.</summary>
public sealed class BeforeTheStart(Chromium chromium) : Show(chromium)
{
    protected override string Id => LargeShow.Id;

    protected override string? Imported => LargeShow.Script(sites: 3, launches: 3, plannedStart: DateTimeOffset.UtcNow.AddMinutes(10));

    [Fact]
    public async Task The_room_counts_down_and_a_start_that_is_minutes_early_is_asked_about_as_such()
    {
        var sits = await Operator();
        await Expect(sits.Page.GetByTestId("countdown")).ToHaveTextAsync(new Regex(@"Starts in\s*0[89]:\d\d"));
        await sits.Do("start");
        await Expect(sits.Dialog).ToContainTextAsync(new Regex(@"0[89]:\d\d before the planned start"));
        await sits.Dialog.GetByTestId("confirm-action").ClickAsync();
        await sits.SeesOnAir("segment-1");
        await Expect(sits.Page.GetByTestId("countdown")).ToHaveCountAsync(0);
    }
}
