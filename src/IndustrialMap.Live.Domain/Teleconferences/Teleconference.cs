using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>draft → live → ended.</summary>
public enum Phase { Draft, Live, Ended }

/// <summary>How a log begins: with the plan. <see cref="Teleconference.Drafted"/> says which of the events that is.</summary>
public interface IDraftedEvent
{
    TeleconferencePlan Plan { get; }
}

/// <summary>With a plan of version 1 of the format, which builds of before version 2 read as well.</summary>
public sealed record TeleconferenceDrafted([property: JsonPropertyName("script")] TeleconferencePlan Plan) : TeleconferenceEvent, IDraftedEvent;

/// <summary>With a plan of version 2. A name of its own: a build that does not know the new fields must not read past them.</summary>
public sealed record TeleconferenceDrafted2(TeleconferencePlan Plan) : TeleconferenceEvent, IDraftedEvent;
public sealed record TeleconferenceStarted : TeleconferenceEvent;
public sealed record TeleconferenceEnded : TeleconferenceEvent;

/// <summary>The end was taken back: the segment that was on air is on air again, as if it had never left.</summary>
public sealed record TeleconferenceReopened(string Reason) : TeleconferenceEvent;

/// <summary>The state of one teleconference: the fold of its log, and nothing else.</summary>
/// <param name="Seq">The number of the last event folded in; 0 before the first.</param>
/// <param name="PhaseSeq">The seq of the event that led to the phase.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="DraftedAt">UTC.</param>
public sealed record Teleconference(
    long Seq,
    Phase Phase,
    long PhaseSeq,
    TeleconferencePlan? Plan,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    RunningOrder Order,
    ImmutableArray<Site> Sites,
    ImmutableArray<Launch> Launches,
    Totals Totals,
    DateTimeOffset? DraftedAt = null)
{
    public static readonly Teleconference Initial = new(
        0, Phase.Draft, 0, null, null, null, RunningOrder.Empty, [], [], Totals.Zero);

    /// <summary>The event by which this plan is drafted: under the oldest stored name that can hold it.</summary>
    public static TeleconferenceEvent Drafted(TeleconferencePlan plan) =>
        plan.FormatVersion() == 1 ? new TeleconferenceDrafted(plan) : new TeleconferenceDrafted2(plan);

    /// <summary>
    /// When the show began, or as well as can be told will begin, UTC: one that is planned for before its plan was there will
    /// not begin then, so its plan is of another day. Null before the first event.
    /// </summary>
    public DateTimeOffset? Anchor => StartedAt ?? (Plan?.PlannedStart > DraftedAt ? Plan.PlannedStart : DraftedAt);

    public Site? Site(string id) => Sites.FirstOrDefault(site => site.Id == id);
    public Launch? Launch(string id) => Launches.FirstOrDefault(launch => launch.Id == id);

    /// <summary>What the rules of one launch read; null if there is no such launch.</summary>
    public LaunchSlice? LaunchSlice(string id) => IndexOf(Launches, launch => launch.Id == id) is { } i
        ? new(Math.Max(Launches[i].Seq, PhaseSeq), Phase, Plan!.Launches[i], Launches[i], Plan.ConfirmationSecondsOf(Plan.Launches[i]))
        : null;

    /// <summary>What the rules of one site read; null if there is no such site.</summary>
    public SiteSlice? SiteSlice(string id) => IndexOf(Sites, site => site.Id == id) is { } i
        ? new(Math.Max(Sites[i].Seq, PhaseSeq), Phase, Plan!.Sites[i], Sites[i])
        : null;

    /// <exception cref="InvalidOperationException">The event is not the next one: the log has a gap.</exception>
    public Teleconference Apply(EventEnvelope envelope)
    {
        if (envelope.Seq != Seq + 1) throw new InvalidOperationException($"Event {envelope.Seq} cannot follow event {Seq}.");
        var at = envelope.OccurredAt;
        var next = envelope.Event switch
        {
            IDraftedEvent e => Create(e.Plan) with { PhaseSeq = envelope.Seq, DraftedAt = at },
            TeleconferenceStarted => this with { Phase = Phase.Live, PhaseSeq = envelope.Seq, StartedAt = at },
            TeleconferenceEnded => this with { Phase = Phase.Ended, PhaseSeq = envelope.Seq, EndedAt = at, Order = Order.End(envelope) },
            TeleconferenceReopened => this with
            {
                Phase = Phase.Live,
                PhaseSeq = envelope.Seq,
                EndedAt = null,
                Order = Order.Reopen(envelope.Seq),
            },
            IOrderEvent => this with { Order = Order.Apply(envelope) },
            ISiteEvent e => this with { Sites = Replace(Sites, site => site.Id == e.SiteId, site => site.Apply(envelope)) },
            ILaunchEvent e => Apply(e, envelope),
            ClockStepped e => Apply(e, envelope.Seq),
            CommandAnswered => this,
            _ => throw new InvalidOperationException($"Unknown event {envelope.Event.GetType().Name}."),
        };
        // Whatever a coordinator does is its site's last action: a report, a confirmation, and what may come later.
        var acted = envelope.Event is not CommandAnswered;
        var sites = acted && envelope.Actor is { Role: Role.Coordinator, SiteId: { } own }
            ? Replace(next.Sites, site => site.Id == own, site => site with { Seq = envelope.Seq, LastActionAt = at })
            : next.Sites;
        return next with { Seq = envelope.Seq, Sites = sites };
    }

    private Teleconference Apply(ILaunchEvent e, EventEnvelope envelope)
    {
        var launches = Replace(Launches, launch => launch.Id == e.LaunchId, launch => launch.Apply(envelope));
        var counts = e is LaunchConfirmed or ConfirmationRetracted;
        return this with { Launches = launches, Totals = counts ? Totals.Of(launches) : Totals };
    }

    private Teleconference Apply(ClockStepped step, long seq) => this with
    {
        DraftedAt = DraftedAt.After(step),
        StartedAt = StartedAt.After(step),
        EndedAt = EndedAt.After(step),
        Order = Order.Apply(step),
        Sites = [.. Sites.Select(site => site.Apply(step) with { Seq = seq })],
        Launches = [.. Launches.Select(launch => launch with { Seq = seq, ChangedAt = launch.ChangedAt.After(step) })],
    };

    private static Teleconference Create(TeleconferencePlan plan) => Initial with
    {
        Plan = plan,
        Order = RunningOrder.Of(plan),
        Sites = [.. plan.Sites.Select(site => new Site(site.Id, new Readiness()))],
        Launches = [.. plan.Launches.Select(Domain.Launch.Of)],
    };

    private static ImmutableArray<T> Replace<T>(ImmutableArray<T> all, Predicate<T> which, Func<T, T> change) =>
        IndexOf(all, which) is { } i
            ? all.SetItem(i, change(all[i]))
            : throw new InvalidOperationException("The log names something that its plan does not have.");

    private static int? IndexOf<T>(ImmutableArray<T> all, Predicate<T> which)
    {
        for (var i = 0; i < all.Length; i++)
            if (which(all[i])) return i;
        return null;
    }
}
