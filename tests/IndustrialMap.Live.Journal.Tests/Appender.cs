using System.Diagnostics;
using System.Globalization;
using System.Text;
using IndustrialMap.Live.Journal.AzureTables;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>
/// A process of its own that appends one batch after another to one stream and prints the newest seq of each batch as soon
/// as the journal has acknowledged it. When another process was first, it reads the head and tries again.
/// </summary>
internal static class Appender
{
    /// <summary>Names the place of the store: it may be a connection string, which has no place on a command line.</summary>
    private const string PlaceVariable = "JOURNAL_PLACE";

    /// <param name="store">The kind of the journal, and its place.</param>
    public static Process Start((string Kind, string Place) store, string stream, string name, int batches)
    {
        string[] arguments = ["exec", typeof(Appender).Assembly.Location, store.Kind, stream, name, $"{batches}"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment[PlaceVariable] = store.Place;
        return Process.Start(start)!;
    }

    public static async Task Main(string[] args)
    {
        var (kind, place, stream, name, batches) = (args[0], Environment.GetEnvironmentVariable(PlaceVariable)!, args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
        var journal = Open(kind, place);
        for (var i = 0; i < batches; i++)
        {
            // Some batches span many pages, so that a kill can fall between two of them.
            var batch = Batch(name, 1 + (i % 5), i % 7 == 0 ? 20_000 : 40);
            var head = await Head(journal, stream);
            AppendResult result;
            while ((result = await journal.Append(stream, head, batch)) is not AppendResult.Appended) head = await Head(journal, stream);
            Console.WriteLine(((AppendResult.Appended)result).Events[^1].Seq);
        }
    }

    /// <summary>Asserts that each batch is there as a whole, in its order, and that every seal fits.</summary>
    public static void AssertWhole(IReadOnlyList<RecordedEvent> log)
    {
        LogChain.Start(log[0].Stream).Follow(log);
        for (var i = 0; i < log.Count;)
        {
            var count = int.Parse(log[i].Type, CultureInfo.InvariantCulture);
            var batch = log.Skip(i).Take(count).ToList();
            Assert.Equal(count, batch.Count);
            Assert.All(batch, e => Assert.Equal(log[i].CommandId, e.CommandId));
            Assert.Equal(Enumerable.Range(i + 1, count).Select(seq => (long)seq), batch.Select(e => e.Seq));
            Assert.Equal(Enumerable.Range(0, count).Select(n => (byte)n), batch.Select(e => e.Data.Span[0]));
            i += count;
        }
    }

    private static IJournal Open(string kind, string place) => kind switch
    {
        nameof(SqliteJournal) => SqliteJournal.Open(place),
        nameof(AzureTablesJournal) => StorageAccount.Parse(place).OpenJournal(),
        _ => throw new ArgumentException($"No journal is called {kind}."),
    };

    private static async Task<Place> Head(IJournal journal, string stream) =>
        (await journal.Streams()).FirstOrDefault(head => head.Stream == stream)?.Place ?? Place.Start;

    private static List<NewEvent> Batch(string name, int count, int bytes)
    {
        var id = $"{name}-{Guid.NewGuid()}";
        return [.. Enumerable.Range(0, count).Select(n => new NewEvent(
            id, default, DateTimeOffset.UtcNow, Encoding.UTF8.GetBytes(name), count.ToString(CultureInfo.InvariantCulture),
            Enumerable.Repeat((byte)n, bytes).ToArray()))];
    }
}
