using System.Text.Json.Nodes;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>A server whose show has its ledger elsewhere, and does not hear from it.</summary>
public sealed class LedgerSilent(Chromium chromium) : Show(chromium)
{
    [Fact]
    public async Task Control_room_and_site_say_how_old_their_picture_is_the_control_room_why_and_both_come_back_by_themselves()
    {
        var (aliya, shymkent) = (await Operator(), await Coordinator("shymkent", Look.Phone));
        await aliya.Start();
        await aliya.Send(new { type = "call_launch", launchId = Map2021.Cans });
        var (room, phone) = (await HubBetween.Of(aliya.Page), await HubBetween.Of(shymkent.Page));
        foreach (var person in new Person[] { aliya, shymkent }) await person.SeesLine("live");
        room.FromServer = phone.FromServer = message => Silent(message, since: DateTimeOffset.UtcNow - TimeSpan.FromSeconds(12));
        await Expect(aliya.Trouble).ToContainTextAsync("does not hear from the show’s ledger");
        await Expect(aliya.Page.Locator("[data-stale]")).ToContainTextAsync("This picture is 12");
        await Expect(aliya.Place("next")).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(shymkent.Page.GetByTestId("connection-bar")).ToContainTextAsync("12");
        foreach (var person in new Person[] { aliya, shymkent }) await person.SeesLine("stale");
        await shymkent.Confirm();

        room.FromServer = phone.FromServer = null;
        foreach (var person in new Person[] { aliya, shymkent }) await person.SeesLine("live");
        await Expect(aliya.Trouble).ToHaveCountAsync(0);
        await aliya.SeesLaunch(Map2021.Cans, "confirmed");
        await aliya.Next("launch-zhayrem");
    }

    [Fact]
    public async Task Of_a_command_whose_outcome_nobody_knows_the_room_says_so_calmly_asks_again_and_it_counts_once()
    {
        var aliya = await Operator();
        await aliya.Start();
        var room = await HubBetween.Of(aliya.Page);
        await aliya.SeesLine("live");
        room.FromServer = Unknown;
        await aliya.Do("next");
        var told = aliya.Page.GetByTestId("outcome-unknown");
        await Expect(told).ToContainTextAsync("Not known yet whether the last command was stored");
        await aliya.Page.Keyboard.PressAsync("n");

        room.FromServer = null;
        await Expect(told).ToHaveCountAsync(0);
        await aliya.SeesOnAir("launch-zhayrem");
        await Expect(aliya.Log("segment_went_on_air")).ToHaveCountAsync(2);
    }

    /// <summary>A heartbeat of a server that has heard nothing since then, and no news.</summary>
    private static string? Silent(string message, DateTimeOffset since)
    {
        var json = JsonNode.Parse(message)!;
        if (json["item"]?["beat"] is not JsonObject beat) return json["item"]?["update"] is null ? message : null;
        (beat["heardAt"], beat["trouble"]) = (since.ToString("O"), "ledger_silent");
        return json.ToJsonString();
    }

    /// <summary>Instead of a command's answer.</summary>
    private static string Unknown(string message)
    {
        var json = JsonNode.Parse(message)!;
        if (json["type"]!.GetValue<int>() != 3 || json["result"] is null) return message;
        return new JsonObject
        {
            ["type"] = 3, ["invocationId"] = json["invocationId"]!.GetValue<string>(),
            ["error"] = "An unexpected error occurred invoking 'Send' on the server. HubException: outcome_unknown",
        }.ToJsonString();
    }
}
