using System.Text.Json;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>
/// What a site's phone shows of calls that run over and are taken back, and of an order that is skipped in, held and reopened.
/// </summary>
public sealed class ThePhone(Chromium chromium) : Show(chromium)
{
    private Operator sits = null!;
    private Coordinator north = null!;

    protected override string Id => TwoSites.Id;

    protected override string? Imported => TwoSites.Plan;

    [Fact]
    public async Task A_call_that_runs_over_is_an_alarm_until_it_is_confirmed_and_shakes_the_phone_once()
    {
        await TheShowIsOn(recordShakes: true);
        await north.Page.GetByRole(AriaRole.Heading).First.ClickAsync();
        await Call("mill");
        await Expect(north.Page.GetByTestId("time-left")).ToContainTextAsync("left");
        await Expect(Alarm).ToContainTextAsync("Time is over since");
        await Expect(Alarm.GetByRole(AriaRole.Alert)).ToContainTextAsync("Flour mill");
        await Expect(north.Launch("mill")).ToContainTextAsync("Not confirmed in time");
        Assert.Equal(1, await Shakes());

        await north.Confirm();
        await north.SeesLaunch("mill", "confirmed");
        await Expect(Alarm).ToHaveCountAsync(0);
        Assert.Equal(1, await Shakes());
    }

    [Theory]
    [InlineData("""{ "type": "take_back_call", "launchId": "mill", "attempt": 1 }""", "Not called any more")]
    [InlineData("""{ "type": "postpone_launch", "launchId": "mill", "reason": "The wrong one" }""", "Postponed")]
    public async Task The_alarm_goes_with_the_call_and_nothing_else_comes_under_the_finger_at_once(string command, string said)
    {
        await TheShowIsOn();
        await Call("mill");
        await Call("road");
        await Expect(Alarm).ToBeVisibleAsync();
        var button = await north.ConfirmButton.BoundingBoxAsync();

        await sits.Send(JsonSerializer.Deserialize<JsonElement>(command));
        await Expect(Status).ToContainTextAsync(said);
        await Expect(Alarm).ToHaveCountAsync(0);
        Assert.Equal(button, await Status.BoundingBoxAsync(), SamePlace);
        await Expect(north.ConfirmButton).ToContainTextAsync("Road to the border");
    }

    [Fact]
    public async Task A_word_that_waited_on_the_phone_while_its_call_was_taken_back_says_why_it_does_not_count()
    {
        await TheShowIsOn();
        await Call("road");
        await Expect(north.ConfirmButton).ToBeVisibleAsync();
        north.MayLoseTheLine();
        await north.Page.Context.SetOfflineAsync(true);
        await north.SeesLine("offline");
        await north.Confirm();
        await TakeBack("road");
        await north.Page.Context.SetOfflineAsync(false);

        await Expect(Refused).ToContainTextAsync("The control room had taken the call back before your word came.");
        await Expect(Refused).ToContainTextAsync("call the control room");
        await Expect(sits.Log("confirmation_refused")).ToHaveCountAsync(1);
        await Call("road");
        await Expect(Refused).ToContainTextAsync("confirm below");
        await Refused.GetByRole(AriaRole.Button).ClickAsync();
        await north.Confirm();
        await north.SeesLaunch("road", "confirmed");
    }

    [Fact]
    public async Task What_is_skipped_before_us_makes_us_next_and_ours_skipped_is_said_in_words()
    {
        await TheShowIsOn();
        await Expect(north.State).ToHaveAttributeAsync("data-state", "waiting");
        await Row("skip_segment", "south-link");
        await Expect(north.State).ToHaveAttributeAsync("data-state", "stand-by");

        await Row("skip_segment", "north-launches");
        await Expect(north.State).ToContainTextAsync("The control room passes over our segment");
        await Expect(north.Launch("road")).ToContainTextAsync("Its segment is skipped");
        await Expect(north.Page.Locator("[data-clock=site]")).ToHaveTextAsync("–");

        await Row("unskip_segment", "north-launches");
        await Expect(north.State).ToHaveAttributeAsync("data-state", "stand-by");
    }

    [Fact]
    public async Task While_what_is_on_air_is_held_its_clocks_stand_on_the_phone_and_for_viewers()
    {
        await TheShowIsOn();
        var viewer = await Viewer();
        await sits.Send(new { type = "hold", step = await Step() });
        await Expect(north.State).ToContainTextAsync("Held since");
        await Expect(viewer.Page.Locator(".watch-elapsed")).ToHaveAttributeAsync("data-held", "true");
        var clocks = new[] { north.State.Locator(".time b"), viewer.Page.Locator(".watch-elapsed") };
        var stand = await Task.WhenAll(clocks.Select(clock => clock.InnerTextAsync()));

        await north.Page.WaitForFunctionAsync("""
            () => {
              const now = document.querySelector('[data-testid=connection-bar] time').textContent;
              return now !== (window.first ??= now) && now !== (window.second ??= now);
            }
            """);
        Assert.Equal(stand, await Task.WhenAll(clocks.Select(clock => clock.InnerTextAsync())));

        await sits.Send(new { type = "resume", step = await Step() });
        await Expect(north.State).ToHaveAttributeAsync("data-held", "false");
        await Expect(clocks[0]).Not.ToHaveTextAsync(stand[0]);
        await Expect(clocks[1]).Not.ToHaveTextAsync(stand[1]);
    }

    [Fact]
    public async Task Once_the_end_is_taken_back_phone_viewers_and_the_list_are_live_again()
    {
        await TheShowIsOn();
        var viewer = await Viewer();
        var reads = await Stranger();
        await reads.Goto("/");
        var listed = reads.Page.Locator($"[data-teleconference={Id}]");
        await sits.Send(new { type = "end", step = await Step(), open = new[] { "mill", "road" } });
        await Expect(north.State).ToContainTextAsync("The teleconference has ended");
        await Expect(viewer.Page.Locator(".watch-phase")).ToHaveTextAsync("Ended");
        await Expect(listed).ToContainTextAsync("Ended");

        await sits.Send(new { type = "reopen", step = await Step(), reason = "Ended by mistake" });
        await Expect(north.State).ToHaveAttributeAsync("data-state", "waiting");
        await Expect(viewer.OnAir).ToHaveAttributeAsync("data-on-air", "opening");
        await Expect(viewer.Page.Locator(".watch-phase")).ToHaveTextAsync("Under way");
        await Expect(listed).ToContainTextAsync("Under way");
        await north.Page.Locator("[data-item=sound]").ClickAsync();
        await Expect(north.Page.Locator("[data-item=sound]")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Each_of_these_states_is_accessible_and_in_one_language(string language)
    {
        var found = new List<string>();
        await TheShowIsOn(Look.Phone with { Language = language });
        await sits.Send(new { type = "hold", step = await Step() });
        await Expect(north.State).ToHaveAttributeAsync("data-held", "true");
        await Inspect("held before us");
        await Row("skip_segment", "north-launches");
        await Expect(north.State).ToHaveAttributeAsync("data-state", "skipped");
        await Inspect("skipped");
        await sits.Send(new { type = "jump", step = await Step(), segmentId = "north-launches", open = new[] { "mill", "road" } });
        await sits.Send(new { type = "hold", step = await Step() });
        await Call("mill");
        await Expect(Alarm).ToBeVisibleAsync();
        await Inspect("overdue and held on air");
        north.MayLoseTheLine();
        await north.Page.Context.SetOfflineAsync(true);
        await north.SeesLine("offline");
        await north.Confirm();
        await TakeBack("mill");
        await north.Page.Context.SetOfflineAsync(false);
        await Expect(Refused).ToBeVisibleAsync();
        await Inspect("refused");
        await Refused.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Status).ToBeVisibleAsync();
        await Inspect("taken back");
        if (found.Count > 0) Assert.Fail(string.Join('\n', found));

        async Task Inspect(string state)
        {
            var (screen, axe, words, width) = await Inspection.Of(north.Page, language, state);
            found.AddRange([.. axe.Concat(words).Concat(width).Select(one => $"{screen}: {one}")]);
        }
    }

    public static TheoryData<string> Languages() => [.. Messages.Languages];

    private ILocator Alarm => north.Page.Locator("[data-overdue=mill]");

    private ILocator Status => north.Page.GetByTestId("status");

    private ILocator Refused => north.Page.GetByTestId("refused");

    private async Task TheShowIsOn(Look? look = null, bool recordShakes = false)
    {
        sits = await Operator();
        north = await Coordinator("north", look ?? Look.Phone);
        if (recordShakes)
        {
            await north.Page.AddInitScriptAsync("window.shakes = []; navigator.vibrate = (pattern) => shakes.push(pattern);");
            await north.Page.ReloadAsync();
            await north.SeesLine("live");
        }
        await sits.Send(new { type = "start" });
        await Expect(north.State).ToHaveAttributeAsync("data-state", "waiting");
    }

    /// <summary>How often the phone was shaken by more than a touch.</summary>
    private Task<int> Shakes() => north.Page.EvaluateAsync<int>("() => shakes.filter((pattern) => pattern.length > 3).length");

    private Task Call(string launch) => sits.Send(new { type = "call_launch", launchId = launch });

    private Task TakeBack(string launch) => sits.Send(new { type = "take_back_call", launchId = launch, attempt = 1 });

    private async Task<long> Step() => (await View()).GetProperty("head").GetProperty("step").GetInt64();

    private async Task Row(string type, string segment)
    {
        var row = (await View()).GetProperty("segments").EnumerateArray().First(each => each.GetProperty("id").GetString() == segment);
        await sits.Send(new { type, segmentId = segment, row = row.GetProperty("seq").GetInt64() });
    }

    private async Task<JsonElement> View() =>
        await (await sits.Page.APIRequest.GetAsync($"/api/teleconferences/{Id}/control")).JsonAsync<JsonElement>();

    private static bool SamePlace(LocatorBoundingBoxResult? one, LocatorBoundingBoxResult? other) =>
        one is not null && other is not null && (one.X, one.Y, one.Width, one.Height) == (other.X, other.Y, other.Width, other.Height);
}
