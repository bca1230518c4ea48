using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>How the control room is laid out: a show of sixteen segments with two launches each, whose names are long.</summary>
public sealed class TheRoom(Chromium chromium) : Show(chromium)
{
    private const int Segments = 16;

    protected override string Id => LargeShow.Id;

    protected override string? Imported => LargeShow.Script(sites: Segments, launches: 2 * Segments);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Each_act_keeps_its_place_in_every_state_and_is_cut_off_at_no_size(string language)
    {
        var sits = await Operator(new(language));
        var stands = await Coordinator("site-1");
        var first = new Dictionary<(int, int), IReadOnlyDictionary<string, string>>();
        var faults = new List<string>();

        await Look("draft");
        await sits.Start();
        await Look("two launches to call");
        await sits.Call("launch-1");
        await Look("waiting for the site");
        await stands.Page.Context.CloseAsync();
        await Expect(sits.Page.GetByTestId("line-lost")).ToBeVisibleAsync();
        await Look("the line lost");
        await Confirm("launch-1");
        await Look("one of two confirmed");
        await sits.Call($"launch-{Segments + 1}");
        await Confirm($"launch-{Segments + 1}");
        await Look("both confirmed");
        await sits.Jump($"segment-{Segments}");
        await sits.SeesOnAir($"segment-{Segments}");
        await Look("the last segment");
        await sits.End();
        await Look("ended");
        if (faults.Count > 0) Assert.Fail($"In {language}:\n{string.Join('\n', faults)}");

        async Task Look(string state)
        {
            foreach (var size in ActionBarPlaces.Sizes)
            {
                var places = await ActionBarPlaces.At(sits.Page, size);
                faults.AddRange(places.Faults.Select(fault => $"{state}, {size}: {fault}"));
                if (first.TryAdd(size, places.Boxes)) continue;
                faults.AddRange(first[size].Where(box => places.Boxes.GetValueOrDefault(box.Key) != box.Value)
                    .Select(box => $"{state}, {size}: {box.Key} was at {box.Value} and is at {places.Boxes.GetValueOrDefault(box.Key)}"));
            }
        }

        async Task Confirm(string launch)
        {
            await sits.Send(new { type = "confirm_launch", launchId = launch, reason = "told by telephone" });
            await sits.SeesLaunch(launch, "confirmed");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Sixteen_segments_of_two_launches_are_seen_at_once_on_a_desk(string language)
    {
        var sits = await Operator(new(language, 1920, 1080));
        await sits.Start();
        var heights = await sits.Page.EvaluateAsync<double[]>("""
            () => {
              const rows = [...document.querySelectorAll('[data-segment]')];
              const { top, bottom } = rows[0].closest('.scroller').getBoundingClientRect();
              return rows.map((row) => row.getBoundingClientRect()).filter((row) => row.top >= top && row.bottom <= bottom).map((row) => row.height);
            }
            """);
        Assert.Equal(Segments, heights.Length);
        Assert.All(heights, height => Assert.InRange(height, 40, 44));
    }

    [Fact]
    public async Task An_act_that_cannot_be_done_now_says_why()
    {
        var sits = await Operator();
        await Expect(sits.Place("next")).ToHaveAccessibleDescriptionAsync("The teleconference has not started yet.");
        await sits.Start();
        await Expect(sits.Place("next")).ToHaveAccessibleDescriptionAsync("");
        await Expect(sits.Place("back")).ToHaveAccessibleDescriptionAsync("This is the first segment.");
        await sits.Place("back").ClickAsync(new() { Force = true });
        await sits.SeesOnAir("segment-1");
    }

    [Theory]
    [InlineData("order", "Running order", "[data-segment]", Segments)]
    [InlineData("sites", "Sites", "[data-site]", Segments)]
    [InlineData("launches", "Launches", "tr[data-launch]", 2 * Segments)]
    [InlineData("totals", "Totals", "[data-totals=today]", 1)]
    [InlineData("log", "Log", "[data-log]", 1)]
    public async Task A_panel_opens_as_a_window_of_its_own_that_says_its_name(string panel, string name, string rows, int count)
    {
        var sits = await Operator();
        var window = await sits.Page.Context.RunAndWaitForPageAsync(() => sits.Page.Locator($"[data-own-window={panel}]").ClickAsync());
        await Expect(window).ToHaveTitleAsync(new Regex($"^{name} · "));
        await Expect(window.Locator(rows)).ToHaveCountAsync(count);
        await Expect(window.Locator("main section.panel")).ToHaveCountAsync(1);
        await Expect(window.Locator("[data-connection=live]")).ToBeVisibleAsync();
        await Expect(window.Locator(".bar")).ToHaveCountAsync(0);
        await window.Keyboard.PressAsync("s");
        await Expect(window.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_launch_is_called_from_the_window_of_launches()
    {
        var sits = await Operator();
        await sits.Start();
        await sits.Goto($"/control/{Id}?panel=launches");
        await sits.Launch("launch-7").Locator("button[aria-haspopup=menu]").ClickAsync();
        await sits.Menu.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await sits.SeesLaunch("launch-7", "called");
    }

    [Fact]
    public async Task An_unknown_panel_is_the_whole_room()
    {
        var sits = await Operator();
        await sits.Goto($"/control/{Id}?panel=nothing");
        await Expect(sits.Primary).ToBeVisibleAsync();
        await Expect(sits.Page.Locator("main section.panel")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Forced_colours_leave_every_label_legible_and_every_act_framed()
    {
        var sits = await Operator();
        await sits.Start();
        await sits.Call("launch-1");
        await sits.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var faults = await sits.Page.EvaluateAsync<string[]>("""
            () => {
              const faults = [];
              const of = (colour) => colour.match(/[\d.]+/g).map(Number);
              const light = (colour) => of(colour).slice(0, 3).map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = (element) => {
                for (; element; element = element.parentElement) {
                  const colour = getComputedStyle(element).backgroundColor;
                  if ((of(colour)[3] ?? 1) > 0) return colour;
                }
                return 'rgb(255, 255, 255)';
              };
              const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const element = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || element.closest('[aria-disabled=true], script, style') || !element.getClientRects().length) continue;
                if (contrast(getComputedStyle(element).color, behind(element)) < 4.5) faults.push(`not legible: ${texts.currentNode.data.trim()}`);
              }
              for (const shape of document.querySelectorAll('.room svg'))
                if (shape.getClientRects().length && contrast(getComputedStyle(shape).fill, behind(shape)) < 3) faults.push(`no shape in: ${shape.parentElement.textContent.trim()}`);
              for (const button of document.querySelectorAll('.bar button')) {
                const { borderTopStyle, borderTopColor } = getComputedStyle(button);
                if (borderTopStyle === 'none' || contrast(borderTopColor, behind(button.parentElement)) < 3) faults.push(`no frame: ${button.textContent}`);
              }
              return faults;
            }
            """);
        Assert.Empty(faults);
        await Expect(sits.OnAir.Locator(".state")).ToContainTextAsync("On air");
        await Expect(sits.Launch("launch-1")).ToContainTextAsync("Called");
    }

    public static TheoryData<string> Languages() => [.. Messages.Languages];
}
