using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace IndustrialMap.Live.Grains;

/// <inheritdoc cref="ITeleconferenceGrain"/>
[GrainType("teleconference"), ShowPlacement, Reentrant]
internal sealed partial class TeleconferenceGrain(
    IJournal journal, [ConsoleClock] TimeProvider clock, HeardLogs logs, IClusterBuilds builds, IGrainFactory grains,
    ILogger<TeleconferenceGrain> log) : Grain, ITeleconferenceGrain
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private Ledger ledger = null!;

    private string Id => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        ledger = new(journal, Id, clock, heard: logs.Last(Id), builds: builds);
        this.RegisterGrainTimer(EachSecond, new() { DueTime = Second, Period = Second, Interleave = true });
        return Task.CompletedTask;
    }

    public async Task<Outcome> Send(CommandEnvelope envelope)
    {
        if (!ledger.IsRead && (await ledger.Look()).Failure is { } failure) return new(null, failure);
        var decidesItself = envelope.Command switch
        {
            ILaunchCommand c => ledger.State.Launch(c.LaunchId) is not null,
            ISiteCommand c => ledger.State.Site(c.SiteId) is not null,
            _ => false,
        };
        if (decidesItself) throw new InvalidOperationException($"{envelope.Command.GetType().Name} is decided by the grain of its launch or site.");
        return await ledger.Send(envelope);
    }

    public async Task<Admission<LaunchSlice>> ProposeForLaunch(string launchId, Proposal? proposal)
    {
        proposal?.OnlyOf<ILaunchEvent>(e => e.LaunchId == launchId);
        var outcome = await Judge(proposal, state => state.LaunchSlice(launchId)?.Seq);
        return new(outcome, ledger.State.LaunchSlice(launchId));
    }

    public async Task<Admission<SiteSlice>> ProposeForSite(string siteId, Proposal? proposal)
    {
        proposal?.OnlyOf<ISiteEvent>(e => e.SiteId == siteId);
        var outcome = await Judge(proposal, state => state.SiteSlice(siteId)?.Seq);
        return new(outcome, ledger.State.SiteSlice(siteId));
    }

    public Task<EventsAfter> After(Place cursor, TimeSpan wait) => ledger.After(cursor, wait < Second ? wait : Second);

    /// <returns>Null: the proposer's slice has changed, or nothing was proposed.</returns>
    private async Task<Outcome?> Judge(Proposal? proposal, Func<Teleconference, long?> sliceSeq)
    {
        var outcome = await (proposal is null ? ledger.Look() : ledger.Admit(proposal, sliceSeq));
        return outcome is { Answer: null, Failure: null } ? null : outcome;
    }

    private async Task EachSecond()
    {
        // Whoever watched a site's line or a call's window before may have died with its server: nobody but the log knows whom to ask.
        foreach (var site in ledger.State.Sites.Where(site => site.Connected == true))
            _ = grains.GetGrain<ISiteGrain>($"{Id}/{site.Id}").Watch();
        foreach (var launch in ledger.State.Launches.Where(launch => launch is { State: LaunchState.Called, Overdue: false }))
            _ = grains.GetGrain<ILaunchGrain>(GrainKey.Of(Id, launch.Id)).Watch(ledger.Time, ledger.State.LaunchSlice(launch.Id)!.Seq);
        if ((await ledger.Look()).Failure is { Kind: LedgerFailureKind.Journal } failure) NotRead(Id, failure.Sentence);
    }

    [LoggerMessage(601, LogLevel.Error, "The log {Teleconference} could not be read on; trying again in a second: {Sentence}")]
    private partial void NotRead(string teleconference, string sentence);
}
