using System.Runtime.CompilerServices;

namespace IndustrialMap.Live.Journal;

public static class JournalReading
{
    private const int Page = 1000;

    /// <summary>Every event of a stream in order, page by page, with those that are appended meanwhile. Seals are not checked.</summary>
    public static async IAsyncEnumerable<RecordedEvent> ReadAll(
        this IJournal journal, string stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (seq, count) = (0L, Page);
        while (count == Page)
        {
            var page = await journal.Read(stream, seq, Page, cancellationToken);
            foreach (var next in page) yield return next;
            count = page.Count;
            if (count > 0) seq = page[^1].Seq;
        }
    }
}
