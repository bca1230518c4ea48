namespace IndustrialMap.Live.Server.Tests;

/// <summary>A backup was restored: the log that screens followed is not the one that goes on.</summary>
public class AnotherLog
{
    private const string Id = RunningConsole.Map2021;
    private const string Other = "2021-01";

    [Fact]
    public async Task A_screen_that_comes_back_shows_the_new_log_and_nothing_of_the_old()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        await show.Call(Other);
        using var backup = new DataFolder();
        await console.Restart(folder => Copy(folder, backup.Path));

        await show.Confirm(Show.Cans);
        var site = (await (await show.Coordinator(Show.CansSite)).Site(Id, Show.CansSite)).Place;
        var (control, viewer) = ((await show.Operator.Control(Id)).Place, (await console.Viewer().Public(Id)).Place);
        await console.Restart(folder => Copy(backup.Path, folder));
        await show.Confirm(Other);
        Assert.Equal(control.Seq, show.Place.Seq);

        await using var room = await show.Operator.Follow(Id, "control", control);
        var view = await room.NextChange();
        Assert.Equal("view", view.Type);
        Assert.Equal(Wire.Of(await show.Operator.Control(Id)), Wire.Of(view.As<ControlView>()));
        var states = view.As<ControlView>().Launches.ToDictionary(launch => launch.Id, launch => launch.State);
        Assert.Equal((LaunchState.Called, LaunchState.Confirmed), (states[Show.Cans], states[Other]));
        await using var page = await console.Viewer().Follow(Id, "public", viewer);
        // Viewers get at most five views a second, so the first may be one of the new log's from just before.
        var shown = (await page.NextChange()).As<PublicView>();
        for (; shown.Seq < show.Place.Seq; shown = (await page.NextChange()).As<PublicView>()) Assert.Empty(shown.Confirmed);
        Assert.Equal([Other], shown.Confirmed.Select(launch => launch.Id));
        await using var phone = await (await show.Coordinator(Show.CansSite)).Follow(Id, $"sites/{Show.CansSite}", site);
        Assert.Equal(LaunchState.Called, Assert.Single((await phone.NextChange()).As<SiteView>().Launches).State);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(to, "journal.db*")) File.Delete(file);
        foreach (var file in Directory.GetFiles(from, "journal.db*")) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
