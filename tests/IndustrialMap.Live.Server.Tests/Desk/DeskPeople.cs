using System.Diagnostics;
using System.Globalization;
using IndustrialMap.Live.Server.Tests.Crashes;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>Two operators, the coordinators of some sites, and the autopilot as a process of its own for all others.</summary>
internal sealed class DeskPeople(ConsoleProcess console, DataFolder data, Random random) : IAsyncDisposable
{
    private const int Operators = 2, Coordinators = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly List<Person> people = [];
    private readonly List<DeskOperator> operators = [];
    private readonly List<DeskCoordinator> coordinators = [];
    private readonly List<(Sender Sender, Func<Task<(Command, string?)?>> Next)> senders = [];
    private Process? autopilot;

    internal int Cuts => coordinators.Sum(one => one.Cuts);

    internal KeyValuePair<string, long>[] Answered => [.. senders.SelectMany(one => one.Sender.Answered)];

    /// <summary>What the operators' screens have shown; the same place is the same picture on both.</summary>
    internal IReadOnlyDictionary<long, string> Seen => operators.SelectMany(one => one.Seen)
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .ToDictionary(pictures => pictures.Key, pictures => Assert.Single(pictures.Distinct()));

    internal async Task Come()
    {
        for (var n = 0; n < Operators; n++)
        {
            var person = await SignIn(Keeper.Operators);
            operators.Add(new(person, Wire.Read<Me>((await person.Get("/api/me")).Body).Name!, new Random(random.Next())));
            senders.Add((new(person, DeskPlan.Id, Pause), operators[^1].Next));
        }
        foreach (var site in DeskPlan.Sites.Take(Coordinators))
        {
            var person = await SignIn(Keeper.OfSite(DeskPlan.Id, site));
            coordinators.Add(new(person, site, new Random(random.Next())));
            senders.Add((new(person, DeskPlan.Id, Pause), coordinators[^1].Next));
        }
    }

    internal Task Work(CancellationToken enough) => Task.WhenAll(senders.Select(one => one.Sender.Send(one.Next, enough)));

    internal async Task<Person> SignIn(Keeper keeper)
    {
        var person = new Person(console.Origin);
        people.Add(person);
        await person.SignIn(await InvitedBeside.Token(data, keeper));
        return person;
    }

    /// <summary>Where it has played the show to its end and somebody took that back too late for it, another one comes.</summary>
    /// <param name="speed">How many times faster than planned.</param>
    internal async Task KeepAutopilot(double speed)
    {
        if (autopilot is { HasExited: false }) return;
        Assert.True(autopilot is null or { ExitCode: 0 }, "The autopilot has given up.");
        autopilot?.Dispose();
        var tokens = new List<string>();
        var sites = DeskPlan.Sites.Skip(Coordinators).Select(site => Keeper.OfSite(DeskPlan.Id, site));
        foreach (var keeper in sites.Prepend(Keeper.Operators)) tokens.Add(await InvitedBeside.Token(data, keeper));
        var times = speed.ToString("0.##", CultureInfo.InvariantCulture);
        autopilot = await OutsideAutopilot.Start(DeskPlan.Id, times, [console.Origin], tokens);
    }

    internal void StopAutopilot()
    {
        if (autopilot is { HasExited: false }) autopilot.Kill();
        autopilot?.Dispose();
        autopilot = null;
    }

    public async ValueTask DisposeAsync()
    {
        StopAutopilot();
        foreach (var person in people) await person.DisposeAsync();
    }
}
