using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>
/// Launches, sites and the ledger never disagree: whatever comes between, the log and every answer are those that one plain decider
/// gives for the order in which the commands were admitted. Each case sends 20,000 random commands, 256 at once.
/// </summary>
public sealed class AsOnePlainDecider(ITestOutputHelper output) : IDisposable
{
    private const int Commands = 20_000, AtOnce = 256;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    private readonly int seed = Environment.TickCount;
    private readonly CancellationTokenSource over = new();

    [Fact]
    public async Task Undisturbed()
    {
        await using var show = await Show.Draft();
        await using var cluster = await Cluster.Start(show.Journal());
        await Play(show, [cluster.Grains], FollowingNothing);
    }

    [Fact]
    public async Task While_grains_leave_and_move_at_random()
    {
        await using var show = await Show.Draft();
        await using var cluster = await Cluster.Start(show.Journal());
        await Play(show, [cluster.Grains], random => Disturb(cluster, random));
    }

    [Fact]
    public async Task While_the_journal_fails_at_random_before_it_has_stored_and_after()
    {
        await using var show = await Show.Draft();
        var journal = new FailingJournal(show.Journal());
        await using var cluster = await Cluster.Start(journal);
        await Play(show, [cluster.Grains], async random =>
        {
            (journal.FailBefore, journal.FailAfter) = random.Next(3) switch { 0 => (true, false), 1 => (false, true), _ => (false, false) };
            await Task.Delay(random.Next(1, 5));
        });
    }

    /// <summary>Two clusters on one journal: every grain is there twice, as after a network was cut in two.</summary>
    [Fact]
    public async Task While_every_grain_is_active_twice()
    {
        await using var show = await Show.Draft();
        await using var one = await Cluster.Start(show.Journal(), count: 1);
        await using var other = await Cluster.Start(show.Journal(), count: 1);
        await Play(show, [one.Grains, other.Grains], FollowingNothing);
    }

    [Fact]
    public async Task While_silos_are_killed_and_others_join()
    {
        await using var show = await Show.Draft();
        await using var cluster = await Cluster.Start(show.Journal());
        var kills = 0;
        await Play(show, [cluster.Grains], async random =>
        {
            if (++kills > 3) return;
            await Task.Delay(random.Next(100, 400));
            await cluster.Silos.StartAdditionalSiloAsync();
            await cluster.Silos.KillSiloAsync(cluster.Silos.Silos[random.Next(cluster.Silos.Silos.Count)]);
        });
    }

    private static Task FollowingNothing(Random random) => Task.Delay(1);

    private static async Task Disturb(Cluster cluster, Random random)
    {
        var (sites, launches) = (Show.Plan.Sites, Show.Plan.Launches);
        var grain = random.Next(4) switch
        {
            0 => (IAddressable)cluster.Grains.GetGrain<ITeleconferenceGrain>(Show.Id),
            1 => cluster.Grains.GetGrain<ISiteGrain>(GrainKey.Of(Show.Id, sites[random.Next(sites.Length)].Id)),
            _ => cluster.Grains.GetGrain<ILaunchGrain>(GrainKey.Of(Show.Id, launches[random.Next(launches.Length)].Id)),
        };
        if (!cluster.Silos.TryGetGrainContext(grain.GetGrainId(), out var active)) return;
        var elsewhere = cluster.Silos.Silos.Select(silo => silo.SiloAddress).First(silo => !silo.Equals(active.Address.SiloAddress));
        var gone = random.Next(2) == 0 ? cluster.Silos.DeactivateAsync(grain) : cluster.Silos.MigrateAsync(grain, elsewhere);
        // One that has moved meanwhile to where it is asked to go does not move, and nobody tells.
        await Task.WhenAny(gone, Task.Delay(TimeSpan.FromSeconds(1)));
    }

    private async Task Play(Show show, IGrainFactory[] clusters, Func<Random, Task> disturb)
    {
        output.WriteLine($"seed {seed}");
        var (commands, random, plain) = (new RandomCommands(seed), new Random(seed), new PlainDecider());
        var reader = new LogReader(show.Journal(), Show.Id);
        var state = (await reader.ReadOn()).Fold(Teleconference.Initial);
        var disturbing = Task.Run(async () =>
        {
            var whims = new Random(seed + 1);
            while (!over.IsCancellationRequested) await disturb(whims);
        });
        for (var sent = 0; sent < Commands; sent += AtOnce)
        {
            var wave = Enumerable.Range(0, AtOnce).Select(_ => (Command: commands.Next(state), Grains: clusters[random.Next(clusters.Length)])).ToArray();
            await Task.WhenAll(wave.Select(async one => plain.Note(one.Command, await Answered(one.Grains, state, one.Command)))).WaitAsync(Hang);
            state = (await reader.ReadOn()).Fold(state);
        }
        await over.CancelAsync();
        await disturbing.WaitAsync(Hang);

        var played = await plain.Check(show.Journal());
        Assert.InRange(played.Seq, Commands / 10, Commands);
        Assert.InRange(plain.Refused, Commands / 10, Commands);
    }

    /// <summary>As a server does: what was not answered is sent again under the same id.</summary>
    private static async Task<CommandAnswer> Answered(IGrainFactory grains, Teleconference known, CommandEnvelope envelope)
    {
        while (true)
        {
            try
            {
                if ((await grains.Send(known, envelope)).Answer is { } answer) return answer;
            }
            catch (Exception unknown) when (unknown is TimeoutException or OrleansException)
            {
                await Task.Delay(20);
            }
        }
    }

    public void Dispose() => over.Dispose();
}
