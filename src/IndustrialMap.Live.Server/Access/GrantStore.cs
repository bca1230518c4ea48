using System.Security.Cryptography;
using System.Text;
using Dapper;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Server.Access;

/// <summary>
/// The invitations, in a file of their own beside the journal. A link's secret is 256 random bits; only its SHA-256 is
/// kept, which is enough because the secret cannot be guessed.
/// </summary>
public sealed class GrantStore : IDisposable
{
    /// <summary>How long a link can be opened after it was made.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    private readonly string connection;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly SqliteConnection lookups;
    private readonly SqliteCommand find;

    public GrantStore(string file, TimeProvider clock)
    {
        this.clock = clock;
        connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ToString();
        using var db = Open();
        db.Execute(Sql.Schema);
        db.Execute(Sql.Prune, new { now = Now });
        // Every request asks for its sender's grants: a connection of their own, with the statement kept prepared, costs a tenth.
        lookups = Open();
        find = lookups.CreateCommand();
        find.CommandText = Sql.Find;
        find.Parameters.AddWithValue("@id", "");
        find.Prepare();
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes a grant; the secret is for its link, and is not kept.</summary>
    /// <param name="name">Null for an operator: "Operator N", numbered when the link is opened.</param>
    public (Grant Grant, string Secret) Create(Role role, string? teleconference, string? siteId, string? name)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var id = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        using var db = Open();
        db.Execute(Sql.Insert, new
        {
            id,
            role = role.ToString(),
            teleconference,
            siteId,
            name,
            hash = HashOf(secret),
            expiresAt = Now + (long)LinkLifetime.TotalMilliseconds,
        });
        return (Find(id)!, secret);
    }

    /// <summary>Opens a link: the first time it answers its grant, and never again.</summary>
    public Grant? Redeem(string secret)
    {
        using var db = Open();
        var id = db.ExecuteScalar<string?>(Sql.Redeem, new { hash = HashOf(secret), now = Now });
        return id is null ? null : Find(id);
    }

    public Grant? Find(string id)
    {
        lock (gate)
        {
            find.Parameters[0].Value = id;
            using var row = find.ExecuteReader();
            return row.Read() ? GrantOf(row) : null;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            find.Dispose();
            lookups.Dispose();
        }
    }

    private static Grant GrantOf(SqliteDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        DateTimeOffset? Time(int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
        return new(row.GetString(0), Enum.Parse<Role>(row.GetString(1)), Text(2), Text(3), row.GetString(4), Time(5)!.Value, Time(6), Time(7));
    }

    /// <summary>Revokes every link and every sign-in of a site's coordinators.</summary>
    public void RevokeSite(string teleconference, string siteId)
    {
        using var db = Open();
        db.Execute(Sql.RevokeSite, new { teleconference, siteId, now = Now });
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private SqliteConnection Open()
    {
        var db = new SqliteConnection(connection);
        db.Open();
        return db;
    }

    private static class Sql
    {
        internal const string Schema = """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS grants (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                role TEXT NOT NULL,
                teleconference TEXT,
                site_id TEXT,
                name TEXT,
                hash BLOB NOT NULL UNIQUE,
                expires_at INTEGER NOT NULL,
                redeemed_at INTEGER,
                revoked_at INTEGER
            ) STRICT;
            """;

        internal const string Prune = "DELETE FROM grants WHERE redeemed_at IS NULL AND expires_at < @now";

        internal const string Insert = """
            INSERT INTO grants (id, role, teleconference, site_id, name, hash, expires_at)
            VALUES (@id, @role, @teleconference, @siteId, @name, @hash, @expiresAt)
            """;

        internal const string Redeem = """
            UPDATE grants SET
                redeemed_at = @now,
                name = coalesce(name, 'Operator ' || (
                    SELECT 1 + count(*) FROM grants WHERE role = 'Operator' AND redeemed_at IS NOT NULL AND name LIKE 'Operator %'))
            WHERE hash = @hash AND redeemed_at IS NULL AND revoked_at IS NULL AND expires_at >= @now
            RETURNING id
            """;

        internal const string Find = """
            SELECT id, role, teleconference, site_id, coalesce(name, ''), expires_at, redeemed_at, revoked_at
            FROM grants WHERE id = @id
            """;

        internal const string RevokeSite = """
            UPDATE grants SET revoked_at = @now
            WHERE teleconference = @teleconference AND site_id = @siteId AND revoked_at IS NULL
            """;
    }
}
