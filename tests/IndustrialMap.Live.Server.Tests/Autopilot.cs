namespace IndustrialMap.Live.Server.Tests;

public class Autopilot
{
    [Fact]
    public async Task It_plays_the_map_of_2021_to_the_end_and_622_billion_and_2376_jobs_come_out()
    {
        await using var console = await RunningConsole.Start(null, null, "--autopilot", "--speed", "400");
        var host = console.Host(RunningConsole.Map2021);
        await Until.True(() => host.State.Phase == Phase.Ended, "the show has ended");
        var today = host.State.Totals.Today;
        Assert.Equal((6, 622_000_000_000, 2_376), (today.Projects, today.Tenge.Value, today.Jobs.Value));
        Assert.All(await console.Log(RunningConsole.Map2021), logged => Assert.NotEqual(Role.Viewer, logged.By.Role));
    }
}
