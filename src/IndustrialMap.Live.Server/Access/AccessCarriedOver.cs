using Dapper;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using Microsoft.Data.Sqlite;
using Orleans.Storage;

namespace IndustrialMap.Live.Server.Access;

/// <summary>
/// Takes over, once, the invitations and sign-ins of a console from before they were the grains': each goes to its keeper, and the
/// operators learn who keeps which, because old links and cookies name no keeper. Ended half way it is done again: what was taken
/// over already stays as it is.
/// </summary>
internal sealed partial class AccessCarriedOver(DataDirectory data, [ConsoleClock] TimeProvider clock, TimeProvider steady, ILogger<AccessCarriedOver> log)
{
    /// <param name="storage">Of the grains, ready.</param>
    /// <exception cref="StartupException">The old file cannot be read.</exception>
    internal async Task CarryOver(IGrainStorage storage)
    {
        if (data.ReadOldAccess(Read) is not var (file, all)) return;
        foreach (var kept in all.GroupBy(one => one.Grant.Keeper))
            await Of(kept.Key).TakeOver([.. kept], []);
        await Of(Keeper.Operators).TakeOver([], all.SelectMany(one => new[]
        {
            KeyValuePair.Create(one.Hash, one.Grant.Keeper.Key), KeyValuePair.Create(one.Grant.Id, one.Grant.Keeper.Key),
        }));
        File.Move(file, $"{file}.carried-over", overwrite: true);
        HaveBeenTaken(all.Count, file);

        AccessKeeper Of(Keeper keeper) => new(storage, keeper, clock, steady);
    }

    private static List<KeptGrant> Read(string file)
    {
        using var old = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5, Pooling = false }.ToString());
        old.Open();
        // One file of it, to be moved as one.
        old.Execute("PRAGMA journal_mode = DELETE");
        return [.. old.Query<Row>(
            """
            SELECT id AS Id, role AS Role, teleconference AS Teleconference, site_id AS SiteId, name AS Name, hex(hash) AS Hash,
                expires_at AS ExpiresAt, redeemed_at AS RedeemedAt, revoked_at AS RevokedAt
            FROM grants ORDER BY number
            """).Select(row => new KeptGrant(row.Grant, row.Hash.ToLowerInvariant()))];
    }

    private sealed record Row(
        string Id, string Role, string? Teleconference, string? SiteId, string? Name, string Hash, long ExpiresAt, long? RedeemedAt, long? RevokedAt)
    {
        internal Grant Grant => new(
            Id, Enum.Parse<Role>(Role), Teleconference, SiteId, Name ?? "", DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt), Time(RedeemedAt), Time(RevokedAt));

        private static DateTimeOffset? Time(long? milliseconds) =>
            milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    [LoggerMessage(711, LogLevel.Information, "{Count} invitations and sign-ins of {File} have been taken over; the file is kept beside, as .carried-over")]
    private partial void HaveBeenTaken(int count, string file);
}
