using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>The events of one log as its ledger tells them, for those who follow it in this server.</summary>
/// <param name="heard">Told each of the ledger's answers, should the ledger come to this server.</param>
/// <param name="unreadable">Told why the ledger cannot read its log on.</param>
/// <param name="silent">Told why the ledger did not answer.</param>
internal sealed class LedgerEvents(string id, ITeleconferenceGrain ledger, HeardLogs heard, Action<string> unreadable, Action<Exception> silent) : IEventSource
{
    public async Task<FollowedEvents> After(Place cursor, TimeSpan wait)
    {
        var told = await Ask(cursor, wait);
        var (events, failure, at) = told;
        if (failure is { Kind: LedgerFailureKind.LogUnreadable }) unreadable(failure.Sentence);
        if (failure is not null) throw new LedgerFailedException(failure);
        heard.Hear(id, told);
        return new(events is null ? null : [.. events.Select(one => new FollowedEvent(one.Envelope, one.Seal))], at);
    }

    private async Task<EventsAfter> Ask(Place cursor, TimeSpan wait)
    {
        try
        {
            return await ledger.After(cursor, wait);
        }
        catch (Exception failure)
        {
            silent(failure);
            throw;
        }
    }
}
