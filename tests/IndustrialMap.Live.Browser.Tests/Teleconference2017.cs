namespace IndustrialMap.Live.Browser.Tests;

public sealed class Teleconference2017(Chromium chromium) : Show(chromium)
{
    protected override string Id => "2017-12-06";

    [Fact]
    public async Task Twelve_confirmed_launches_state_no_tenge_and_no_jobs_and_the_baseline_stands_beside_them()
    {
        var sits = await Operator();
        var aksu = await Coordinator("aksu", Look.Phone);
        var viewer = await Viewer();
        await sits.Start();
        for (var launch = 1; launch <= 12; launch++) await sits.Send(new { type = "call_launch", launchId = $"2017-{launch:00}" });
        for (var launch = 2; launch <= 12; launch++)
            await sits.Send(new { type = "confirm_launch", launchId = $"2017-{launch:00}", reason = "told by telephone" });
        await aksu.Confirm();

        foreach (var person in new Person[] { sits, aksu, viewer })
        {
            await person.Totals.Are("12 projects", "not stated for 12 projects", "not stated for 12 projects");
            await person.Totals.AreBeside("127 projects", "1.9 trillion tenge", "more than 10,000 jobs");
            await person.Totals.AreTogether("139 projects", "more than 1.9 trillion tenge", "more than 10,000 jobs");
        }
    }
}
