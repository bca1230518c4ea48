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

    public static TeleconferencePlan Plan => BuiltInPlans.All.Single(plan => plan.Id == Id);

    /// <summary>The launch at Shymkent, for which <see cref="Shymkent"/> speaks.</summary>
    public static string Cans => Plan.Launches.Single(launch => launch.Site == "shymkent").Id;

    public static async Task<Show> Draft()
    {
        var show = new Show();
        Assert.Equal(DraftResult.Drafted, await DraftedLog.Write(show.Journal(), Plan, Anna, new LongAgo()));
        return show;
    }

    /// <summary>Before whatever clock a test has.</summary>
    private sealed class LongAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2021, 9, 1, 0, 0, 0, TimeSpan.Zero);
    }

    /// <summary>A connection of its own to the one file, as another process has.</summary>
    public SqliteJournal Journal()
    {
        var journal = SqliteJournal.Open(Path.Combine(folder.FullName, "journal.db"));
        opened.Add(journal);
        return journal;
    }

    /// <summary>A ledger as another activation, or another process, has one.</summary>
    internal LedgerAlone Ledger(IJournal? journal = null, TimeProvider? clock = null, HeardLog? heard = null) =>
        new(journal ?? Journal(), clock ?? TimeProvider.System, heard: heard);

    public static SentCommand New(Command command) => new(Guid.NewGuid().ToString(), command);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(opened)) await one.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>A command under an id, before it is known who sends it.</summary>
public sealed record SentCommand(string Id, Command Command)
{
    public CommandEnvelope By(Actor actor) => CommandEnvelope.Of(Id, Command, actor);
}
