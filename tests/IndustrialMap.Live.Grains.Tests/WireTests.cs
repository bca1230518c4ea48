using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>What grains say to each other, on the way from one process to another.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private Show show = null!;
    private Cluster cluster = null!;

    public async Task InitializeAsync()
    {
        show = await Show.Draft();
        cluster = await Cluster.Start(show.Journal(), count: 1);
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        await show.DisposeAsync();
    }

    public static TheoryData<object> Said
    {
        get
        {
            var at = new DateTimeOffset(2021, 9, 28, 5, 0, 0, 123, TimeSpan.Zero);
            var state = Teleconference.Initial.Apply(new(1, at, Show.Anna, Teleconference.Drafted(Show.Plan)));
            state = state.Apply(new(2, at, Show.Shymkent, new ReadinessReported("shymkent", ReadinessItem.Sound, false)));
            var failure = new LedgerFailure(LedgerFailureKind.LogUnreadable, "байланыс «үзілді» 🏭");
            var sealedEvent = new SealedEvent(new(2, at, Show.Shymkent, new LaunchConfirmed(Show.Cans, null)), new byte[] { 1, 2, 255 }, "id-12345", new byte[32]);
            return new(
                Show.New(new ConfirmLaunch(Show.Cans, 3, "the line was down")).By(Show.Shymkent),
                CommandEnvelope.Own(new Start(), Actor.Server),
                new Proposal("id-12345", new byte[32], Show.Anna, null, RefusalCode.UnknownLaunch),
                new Proposal("id-12345", default, Show.Anna, 7, new Decision([new LaunchCalled(Show.Cans), new CommandAnswered()])),
                new Outcome(new("id-12345", 9, RefusalCode.OnAirMoved, "opening", [Show.Cans], 7)),
                new Proposal("id-12345", default, Show.Shymkent, 7, new Decision([new ConfirmationRefused(Show.Cans, RefusalCode.CallSuperseded)], new(RefusalCode.CallSuperseded))),
                new Outcome(null, failure),
                new Admission<LaunchSlice>(null, state.LaunchSlice(Show.Cans)),
                new Admission<SiteSlice>(new Outcome(new("id-12345", 9)), state.SiteSlice("shymkent")),
                new EventsAfter([sealedEvent, sealedEvent]),
                new EventsAfter(null, failure),
                new Place(42, "0123456789abcdef"),
                Place.Start);
        }
    }

    [Theory]
    [MemberData(nameof(Said), DisableDiscoveryEnumeration = true)]
    public void It_arrives_as_it_was_said(object said)
    {
        var serializer = cluster.Silos.GetSiloServiceProvider().GetRequiredService<Serializer>();
        var arrived = serializer.Deserialize<object>(serializer.SerializeToArray(said))!;
        Assert.Equal(said.GetType(), arrived.GetType());
        Assert.Equal(Text(said), Text(arrived));
    }

    /// <summary>Within one process nothing is copied: it would cost its bytes, and nobody can change it.</summary>
    [Theory]
    [MemberData(nameof(Said), DisableDiscoveryEnumeration = true)]
    public void Within_a_process_it_is_handed_on_as_it_is(object said) =>
        Assert.Same(said, cluster.Silos.GetSiloServiceProvider().GetRequiredService<DeepCopier>().Copy(said));

    private static string Text(object said) => JsonSerializer.Serialize(said, said.GetType(), DomainJson.Options);
}
