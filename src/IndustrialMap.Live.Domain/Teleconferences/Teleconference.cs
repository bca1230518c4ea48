using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>draft → live → ended.</summary>
public enum Phase { Draft, Live, Ended }

public sealed record TeleconferenceDrafted(Script Script) : TeleconferenceEvent;
public sealed record TeleconferenceStarted : TeleconferenceEvent;
public sealed record TeleconferenceEnded : TeleconferenceEvent;

/// <summary>The state of one teleconference: the fold of its log, and nothing else.</summary>
/// <param name="Seq">The number of the last event folded in; 0 before the first.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC.</param>
public sealed record Teleconference(
    long Seq,
    Phase Phase,
    Script? Script,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    RunningOrder Order,
    ImmutableArray<Site> Sites,
    ImmutableArray<Launch> Launches,
    Totals Totals)
{
    public static readonly Teleconference Nothing = new(
        0, Phase.Draft, null, null, null, RunningOrder.Empty, [], [], Totals.Zero);

    public Site? Site(string id) => Sites.FirstOrDefault(site => site.Id == id);
    public Launch? Launch(string id) => Launches.FirstOrDefault(launch => launch.Id == id);

    /// <exception cref="InvalidOperationException">The event is not the next one: the log has a gap.</exception>
    public Teleconference Apply(Happened happened)
    {
        if (happened.Seq != Seq + 1) throw new InvalidOperationException($"Event {happened.Seq} cannot follow event {Seq}.");
        var at = happened.At;
        var next = happened.What switch
        {
            TeleconferenceDrafted e => Draft(e.Script),
            TeleconferenceStarted => this with { Phase = Phase.Live, StartedAt = at },
            TeleconferenceEnded => this with { Phase = Phase.Ended, EndedAt = at, Order = Order.End(at) },
            SegmentWentOnAir e => this with { Order = Order.Apply(e, at) },
            SteppedBack e => this with { Order = Order.Apply(e) },
            ISiteEvent e => this with { Sites = Replace(Sites, site => site.Id == e.SiteId, site => site.Apply(happened)) },
            ILaunchEvent e => Apply(e, happened),
            _ => throw new InvalidOperationException($"Unknown event {happened.What.GetType().Name}."),
        };
        // Whatever a coordinator does is its site's last action: a report, a confirmation, and what may come later.
        var sites = happened.By is { Role: Role.Coordinator, SiteId: { } own }
            ? Replace(next.Sites, site => site.Id == own, site => site with { LastActionAt = at })
            : next.Sites;
        return next with { Seq = happened.Seq, Sites = sites };
    }

    private Teleconference Apply(ILaunchEvent e, Happened happened)
    {
        var launches = Replace(Launches, launch => launch.Id == e.LaunchId, launch => launch.Apply(happened));
        var counts = e is LaunchConfirmed or ConfirmationRetracted;
        return this with { Launches = launches, Totals = counts ? Totals.Of(launches) : Totals };
    }

    private static Teleconference Draft(Script script) => Nothing with
    {
        Script = script,
        Order = RunningOrder.Of(script),
        Sites = [.. script.Sites.Select(site => new Site(site.Id, new Readiness()))],
        Launches = [.. script.Launches.Select(Domain.Launch.Of)],
    };

    private static ImmutableArray<T> Replace<T>(ImmutableArray<T> all, Predicate<T> which, Func<T, T> change)
    {
        for (var i = 0; i < all.Length; i++)
            if (which(all[i])) return all.SetItem(i, change(all[i]));
        throw new InvalidOperationException("The log names something that its script does not have.");
    }
}
