using System.Buffers.Text;
using System.Security.Cryptography;
using IndustrialMap.Live.Domain;
using Orleans.Storage;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// One keeper's grants in Orleans' storage. What is known is answered from memory, and waits for nothing. Others may write the same
/// state beside (an invitation from the command line, another activation of the grain): a write that lost to theirs is done again
/// on what they left, and what is asked for and not known is looked for in the storage first. In a grain, or wherever one thread at
/// a time goes through it.
/// </summary>
/// <param name="clock">By which links are dated.</param>
/// <param name="steady">By which it is told how long ago the state was read; only its steady part is used.</param>
/// <exception cref="AccessUnavailableException">Thrown by each method where the storage cannot be used.</exception>
public sealed class AccessKeeper(IGrainStorage storage, Keeper keeper, TimeProvider clock, TimeProvider steady)
{
    private const string StateName = "access";

    /// <summary>The shortest time between two looks for what is not known: anybody may ask for anything.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Of writes that lost to others': each of those has done something, so that whoever asked may ask again.</summary>
    private const int MaxTries = 10;

    private readonly SemaphoreSlim turn = new(1);
    private readonly GrainId id = GrainId.Create(keeper.GrainType, keeper.Key);
    private GrainState<Grants>? state;
    private Task? look;
    private long? looked;

    /// <returns>Null: there is no such grant. One that has ended is returned, and says so.</returns>
    public async Task<Grant?> Find(string grantId)
    {
        if ((await Known()).Find(grantId) is { } known) return known;
        await Look();
        return (await Known()).Find(grantId);
    }

    /// <returns>Null: the link was opened before, has expired, was revoked, or never was.</returns>
    public async Task<Grant?> Redeem(string secret)
    {
        var hash = Grants.HashOf(secret);
        if (!(await Known()).Has(hash)) await Look();
        return await Change(grants => grants.Redeem(hash, clock.GetUtcNow()));
    }

    /// <summary>Who keeps what was made before keepers were named.</summary>
    /// <param name="named">A token or a claim without a keeper.</param>
    public async Task<string?> WhoKeeps(string named)
    {
        if ((await Known()).WhoKeeps(named) is { } known) return known;
        // A screen comes back in the moment before the old file is carried over, and must not hide what is carried over then.
        await Look();
        return (await Known()).WhoKeeps(named);
    }

    /// <param name="name">As the log will show it; empty for an operator: "Operator N", numbered when the link is opened.</param>
    /// <param name="alone">Every earlier link and sign-in of this keeper ends.</param>
    public Task<Invited> Invite(Role role, string? teleconference, string? siteId, string name, bool alone)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        var grant = new Grant(
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), role, teleconference, siteId, name, now + Grants.LinkLifetime, null, null);
        return Change(grants => ((alone ? grants.Revoked(now) : grants).With(new(grant, Grants.HashOf(secret)), now), new Invited(grant, keeper.Name(secret))));
    }

    /// <summary>Takes over what was kept elsewhere; to do so again changes nothing.</summary>
    public Task TakeOver(IReadOnlyList<KeptGrant> others, IEnumerable<KeyValuePair<string, string>> keepers) =>
        Change(grants => (grants.TakeOver(others).Point(keepers), true));

    private async Task<Grants> Known()
    {
        if (state is null)
        {
            await turn.WaitAsync();
            try
            {
                if (state is null) await Read();
            }
            finally
            {
                turn.Release();
            }
        }
        return state!.State!;
    }

    /// <summary>All who ask for what is not known wait for one look, which begins after they asked.</summary>
    private Task Look() => look ??= LookSoon();

    private async Task LookSoon()
    {
        await Task.Yield();
        if (looked is { } before && BetweenLooks - steady.GetElapsedTime(before) is { Ticks: > 0 } early) await Task.Delay(early, steady);
        (look, looked) = (null, steady.GetTimestamp());
        await turn.WaitAsync();
        try
        {
            await Read();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<T> Change<T>(Func<Grants, (Grants Next, T Result)> change)
    {
        await turn.WaitAsync();
        try
        {
            for (var tries = 0; tries < MaxTries; tries++)
            {
                if (state is null) await Read();
                var before = state!.State!;
                var (next, result) = change(before);
                if (ReferenceEquals(next, before) || await Write(next)) return result;
            }
            throw new AccessUnavailableException($"What {keeper.Key} keeps of invitations and sign-ins is written by others without a pause.");
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>False: somebody else has written, and what they left has been read.</summary>
    private async Task<bool> Write(Grants next)
    {
        var written = new GrainState<Grants>(next with { Write = Guid.NewGuid().ToString() }, state!.ETag);
        try
        {
            await storage.WriteStateAsync(StateName, id, written);
            state = written;
            return true;
        }
        catch (InconsistentStateException)
        {
            state = null;
            await Read();
            // Or nobody else: the answer was lost on the way, and the storage's client has sent the same again.
            return state!.State!.Write == written.State!.Write;
        }
        catch (Exception failure)
        {
            // It may have been written: nobody is answered any more from what was before.
            state = null;
            throw Unavailable(failure);
        }
    }

    private async Task Read()
    {
        var read = new GrainState<Grants>(Grants.None);
        try
        {
            await storage.ReadStateAsync(StateName, id, read);
            if (!read.RecordExists) read.State = Grants.None;
            state = read;
        }
        catch (Exception failure)
        {
            throw Unavailable(failure);
        }
    }

    private AccessUnavailableException Unavailable(Exception failure) =>
        new($"What {keeper.Key} keeps of invitations and sign-ins cannot be read or written: {failure.Message}");
}
