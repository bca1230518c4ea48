using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// One teleconference, under its id: the ledger of its show and the only writer of its log. It owns the fold of the whole log. It
/// decides the commands whose rules look across the show (start, end, what is on air), admits what launches and sites propose,
/// numbers both, and answers when they are on disk, many at once in one append.
/// </summary>
public interface ITeleconferenceGrain : IGrainWithStringKey
{
    /// <summary>A command whose rules look across the show, or one about a launch or a site that the show does not have.</summary>
    /// <exception cref="InvalidOperationException">The command is about a launch or a site of the show: those decide themselves.</exception>
    Task<Outcome> Send(CommandEnvelope envelope);

    /// <summary>What a launch has decided, if it has, on the slice that it names.</summary>
    /// <param name="proposal">Null: the launch wants its slice.</param>
    /// <exception cref="InvalidOperationException">The proposal has events of something else than this launch.</exception>
    Task<Admission<LaunchSlice>> ProposeForLaunch(string launchId, Proposal? proposal);

    /// <inheritdoc cref="ProposeForLaunch"/>
    Task<Admission<SiteSlice>> ProposeForSite(string siteId, Proposal? proposal);

    /// <summary>The events behind a place, for who follows the log: at most a thousand, so whoever gets some asks again.</summary>
    /// <param name="wait">How long to wait for one if there is none; at most a second, since it holds the grain's own leaving up.</param>
    Task<EventsAfter> After(Place cursor, TimeSpan wait);
}
