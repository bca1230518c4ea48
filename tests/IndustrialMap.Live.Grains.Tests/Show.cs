using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.Sqlite;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>The 2021 map in a journal of its own, as often opened as a test wants.</summary>
public sealed class Show : IAsyncDisposable
{
    public const string Id = "2021-industrialization-map";
    public static readonly Actor Anna = new(Role.Operator, "Anna");
    public static readonly Actor Berik = new(Role.Operator, "Berik");
    public static readonly Actor Shymkent = new(Role.Coordinator, "Shymkent", "shymkent");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly List<IAsyncDisposable> opened = [];

    public static async Task<Show> Draft()
    {
        var show = new Show();
        var plan = BuiltInPlans.All.Single(plan => plan.Id == Id);
        Assert.True(await TeleconferenceHost.Draft(show.Journal(), plan, Anna, TimeProvider.System));
        return show;
    }

    /// <summary>A connection of its own to the one file, as another process has.</summary>
    public SqliteJournal Journal()
    {
        var journal = SqliteJournal.Open(Path.Combine(folder.FullName, "journal.db"));
        opened.Add(journal);
        return journal;
    }

    public async Task<TeleconferenceHost> Host(IJournal? journal = null)
    {
        var host = await TeleconferenceHost.Open(journal ?? Journal(), Id, TimeProvider.System);
        opened.Add(host);
        return host;
    }

    public static CommandEnvelope New(Command command) => new(Guid.NewGuid().ToString(), command);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(opened)) await one.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>A journal that fails when it is told to: before it stores, or after.</summary>
public sealed class FailingJournal(IJournal journal) : IJournal
{
    public bool FailBefore { get; set; }
    public bool FailAfter { get; set; }

    public async Task<AppendResult> Append(string stream, Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancel = default)
    {
        if (FailBefore) throw new IOException("The disk is full.");
        var result = await journal.Append(stream, expected, events, cancel);
        return FailAfter ? throw new IOException("Nobody knows whether it was stored.") : result;
    }

    public Task<IReadOnlyList<RecordedEvent>> Read(string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancel = default) =>
        journal.Read(stream, afterSeq, limit, cancel);

    public Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancel = default) => journal.Streams(cancel);
}
