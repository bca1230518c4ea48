using Dapper;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>Reads a whole journal and says what is not as it should be.</summary>
/// <param name="File">What SQLite finds wrong with the structure of the file; null if nothing.</param>
/// <param name="Logs">The first damage of each log that has any.</param>
internal sealed record Integrity(string? File, IReadOnlyList<LogDamage> Logs)
{
    private const int Page = 1000;

    /// <param name="known">A place that each of these logs once had: it must still have it.</param>
    public static Integrity Check(
        SqliteConnection connection, IReadOnlyDictionary<string, Place> known, CancellationToken cancellationToken)
    {
        if (connection.ExecuteScalar<string>("PRAGMA quick_check(1)") is not "ok" and var wrong) return new(wrong, []);
        var logs = connection.ReadStreams().Select(head => head.Stream).Union(known.Keys)
            .Select(stream => FirstDamage(connection, stream, known.GetValueOrDefault(stream, Place.Start), cancellationToken))
            .OfType<LogDamage>();
        var commands = connection.Query<(string Stream, long Seq)>(Sql.CommandsNotKept)
            .Select(at => new LogDamage(at.Stream, at.Seq, LogDamageKind.CommandForgotten));
        return new(null, [.. logs.Concat(commands).DistinctBy(damage => damage.Stream)]);
    }

    private static LogDamage? FirstDamage(SqliteConnection connection, string stream, Place known, CancellationToken cancellationToken)
    {
        var verifier = new LogVerifier(stream, KeptSeal.Of(known));
        for (var count = Page; count == Page;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            count = connection.ReadEvents(stream, verifier.Seq, Page).TakeWhile(verifier.Add).Count();
        }
        return verifier.End(sealedFrom: 1).Damage;
    }
}
