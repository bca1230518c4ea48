using System.Diagnostics;
using System.Text;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>
/// What every journal must hold: each numbered line of <see cref="IJournal"/> has tests of its own, in the file that is named
/// for it. A journal joins by one subclass, and one line in <see cref="Appender"/>.
/// </summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    private readonly List<IJournal> opened = [];

    /// <summary>Opens this test's own store; each time a new instance, as another process would.</summary>
    protected abstract IJournal OpenJournal();

    /// <summary>Removes this test's own store.</summary>
    protected abstract Task Remove();

    /// <summary>The kind and place of this test's store, as <see cref="Appender"/> takes them.</summary>
    protected abstract (string Kind, string Place) Store { get; }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var journal in opened) await Close(journal);
        await Remove();
    }

    protected IJournal Open()
    {
        var journal = OpenJournal();
        opened.Add(journal);
        return journal;
    }

    protected static async Task Close(IJournal journal)
    {
        if (journal is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }

    protected static DateTimeOffset Time { get; } = new(2017, 12, 6, 5, 0, 0, TimeSpan.Zero);

    /// <returns>Where the stream ends behind this append, which must have been stored.</returns>
    protected static async Task<Place> Stored(Task<AppendResult> append) =>
        Assert.IsType<AppendResult.Appended>(await append).Events[^1].Place;

    protected static async Task AlreadyStored(Task<AppendResult> append) =>
        Assert.IsType<AppendResult.CommandAlreadyStored>(await append);

    protected static async Task WrongPlace(Task<AppendResult> append, Place newest) =>
        Assert.Equal(newest, Assert.IsType<AppendResult.WrongExpectedPlace>(await append).Newest);

    protected static NewEvent Event(string commandId, string data = "{}") => new(
        commandId, default, Time, "{}"u8.ToArray(), "segment_went_on_air", Encoding.UTF8.GetBytes(data));

    protected static List<NewEvent> Command(string commandId, int events) =>
        [.. Enumerable.Range(1, events).Select(n => Event(commandId, $"{n}"))];

    protected static string TextOf(RecordedEvent e) => Encoding.UTF8.GetString(e.Data.Span);

    protected static IEnumerable<long> Upto(long seq) => Enumerable.Range(1, (int)seq).Select(n => (long)n);

    private Process StartAppender(string stream, string name, int batches) => Appender.Start(Store, stream, name, batches);
}
