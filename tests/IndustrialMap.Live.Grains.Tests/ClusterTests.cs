using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests;

public class ClusterTests
{
    [Fact]
    public async Task A_show_is_played_through_its_grains()
    {
        await using var show = await Show.Draft();
        await using var cluster = await Cluster.Start(show.Journal());
        var known = (await new LogReader(show.Journal(), Show.Id).ReadOn()).Fold(Teleconference.Initial);
        async Task<CommandAnswer> Send(Command command, Actor by) => (await cluster.Grains.Send(known, Show.New(command).By(by))).Answer!;

        Assert.Null((await Send(new ReportReadiness("shymkent", ReadinessItem.Sound, true), Show.Shymkent)).Refusal);
        Assert.Equal(RefusalCode.NotStarted, (await Send(new CallLaunch(Show.Cans), Show.Anna)).Refusal);
        Assert.Null((await Send(new Start(), Show.Anna)).Refusal);
        Assert.Null((await Send(new CallLaunch(Show.Cans), Show.Anna)).Refusal);
        Assert.Null((await Send(new ConfirmLaunch(Show.Cans, 1), Show.Shymkent)).Refusal);
        var log = await new LogReader(show.Journal(), Show.Id).ReadOn();
        Assert.Equal(1, log.Fold(Teleconference.Initial).Totals.Today.Projects);
    }
}
