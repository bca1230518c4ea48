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
        Assert.True(await TeleconferenceHost.Draft(show.Journal(), plan, Anna, new LongAgo()));
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

    public async Task<TeleconferenceHost> Host(IJournal? journal = null, TimeProvider? clock = null)
    {
        var host = await TeleconferenceHost.Open(journal ?? Journal(), Id, clock ?? TimeProvider.System);
        opened.Add(host);
        return host;
    }

    public static SentCommand New(Command command) => new(Guid.NewGuid().ToString(), command);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(opened)) await one.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>A command under an id, before it is known who sends it.</summary>
public sealed record SentCommand(string Id, Command Command);

public static class Sending
{
    public static Task<CommandAnswer> Send(this TeleconferenceHost host, SentCommand sent, Actor by) =>
        host.Send(CommandEnvelope.Of(sent.Id, sent.Command, by));
}
