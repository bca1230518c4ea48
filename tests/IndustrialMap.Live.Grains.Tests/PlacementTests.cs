using System.Net;

namespace IndustrialMap.Live.Grains.Tests;

public class PlacementTests
{
    private static readonly SiloAddress[] Silos =
        [.. Enumerable.Range(1, 5).Select(n => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11110 + n), n))];

    private static readonly string[] Shows = [.. Enumerable.Range(1, 1000).Select(n => $"show-{n}")];

    [Fact]
    public void All_grains_of_a_show_are_of_one_show()
    {
        string[] keys = ["show-1", GrainKey.Of("show-1", "site-1"), GrainKey.Of("show-1", "launch-1")];
        Assert.All(keys, key => Assert.Equal("show-1", ShowPlacementDirector.ShowOf(GrainId.Create("any", key))));
    }

    [Fact]
    public void Every_server_chooses_the_same_silo_in_whichever_order_it_knows_them() => Assert.All(Shows, show =>
        Assert.Equal(ShowPlacementDirector.Choose(show, Silos), ShowPlacementDirector.Choose(show, Silos.Reverse())));

    [Fact]
    public void Shows_are_spread_over_all_silos() => Assert.All(
        Shows.GroupBy(show => ShowPlacementDirector.Choose(show, Silos)), shows => Assert.InRange(shows.Count(), 120, 280));

    [Fact]
    public void When_a_silo_goes_only_its_own_shows_are_placed_elsewhere()
    {
        foreach (var show in Shows)
        {
            var before = ShowPlacementDirector.Choose(show, Silos);
            var after = ShowPlacementDirector.Choose(show, Silos[1..]);
            if (!before.Equals(Silos[0])) Assert.Equal(before, after);
        }
    }

    [Fact]
    public async Task In_a_cluster_a_shows_grains_are_together_and_shows_are_not()
    {
        await using var show = await Show.Draft();
        await using var cluster = await Cluster.Start(show.Journal());
        SiloAddress Silo(IAddressable grain) =>
            cluster.Silos.TryGetGrainContext(grain.GetGrainId(), out var context) ? context.Address.SiloAddress! : throw new InvalidOperationException();
        var shows = new HashSet<SiloAddress>();
        foreach (var id in Shows[..20])
        {
            var ledger = cluster.Grains.GetGrain<ITeleconferenceGrain>(id);
            var launch = cluster.Grains.GetGrain<ILaunchGrain>(GrainKey.Of(id, "launch"));
            await launch.Send(Tests.Show.New(new Domain.CallLaunch("launch")).By(Tests.Show.Anna));
            Assert.Equal(Silo(ledger), Silo(launch));
            shows.Add(Silo(ledger));
        }
        Assert.Equal(3, shows.Count);
    }
}
