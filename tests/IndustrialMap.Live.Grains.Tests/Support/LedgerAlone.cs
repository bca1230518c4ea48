using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>A ledger without Orleans: one thread at a time, as in a grain. It decides every command itself, on the whole show.</summary>
internal sealed class LedgerAlone(IJournal journal, TimeProvider clock, EventUpcaster? upcaster = null, HeardLog? heard = null)
{
    private readonly TaskFactory turns = Alone.Turns();
    private readonly Ledger ledger = new(journal, Show.Id, clock, upcaster, heard);

    internal Teleconference State => ledger.State;

    internal Place Place => ledger.Place;

    internal Task<T> Turn<T>(Func<Ledger, Task<T>> call) => turns.StartNew(() => call(ledger)).Unwrap();

    internal Task<Outcome> Try(SentCommand sent, Actor by) => Turn(one => one.Send(sent.By(by)));

    internal async Task<CommandAnswer> Send(SentCommand sent, Actor by)
    {
        var outcome = await Try(sent, by);
        Assert.Null(outcome.Failure);
        return outcome.Answer!;
    }

    internal Task<CommandAnswer> Send(Command command, Actor by) => Send(Show.New(command), by);

    /// <summary>What the ledger does each second.</summary>
    internal async Task<LedgerAlone> Look()
    {
        Assert.Null((await Turn(one => one.Look())).Failure);
        return this;
    }
}
