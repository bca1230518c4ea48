namespace IndustrialMap.Live.Browser.Tests;

public sealed class TwoOperators(Chromium chromium) : Show(chromium)
{
    [Fact]
    public async Task Next_pressed_by_both_at_once_is_one_step()
    {
        var aliya = await Operator();
        var berik = await Operator(await aliya.InviteOperator("Berik"));
        await aliya.Start();
        await berik.SeesOnAir("opening");

        // Neither can hear of the other's press before both have pressed.
        await Server.Pause();
        await Task.WhenAll(aliya.Do("next"), berik.Do("next"));
        await Server.GoOn();

        await aliya.SeesOnAir("launch-zhayrem");
        await berik.SeesOnAir("launch-zhayrem");
        // A step that followed would be in the log before this call.
        await aliya.Call("2021-01");
        await berik.SeesLaunch("2021-01", "called");
        await Expect(berik.Log("segment_went_on_air")).ToHaveCountAsync(2);
        await berik.SeesOnAir("launch-zhayrem");
    }

    [Fact]
    public async Task A_toast_tells_what_the_other_did_and_never_what_one_did_oneself()
    {
        var aliya = await Operator();
        var berik = await Operator(await aliya.InviteOperator("Berik"));

        await berik.Start();
        await Expect(aliya.Toasts.Filter(new() { HasText = "Berik started the teleconference" })).ToHaveCountAsync(1);
        await berik.Next("launch-zhayrem");
        await Expect(aliya.Toasts.Filter(new() { HasText = "Berik put on air: Zhayrem" })).ToHaveCountAsync(1);
        await Expect(berik.Toasts).ToHaveCountAsync(0);
    }
}
