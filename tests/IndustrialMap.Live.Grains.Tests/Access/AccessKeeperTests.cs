using IndustrialMap.Live.Domain;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Grains.Tests.Access;

/// <summary>One keeper between its storage and others who write the same state.</summary>
public class AccessKeeperTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeStorage storage = new();
    private readonly FakeTimeProvider steady = new();

    [Fact]
    public Task What_was_invited_is_opened_once_also_by_the_next_activation() => Alone.Run(async () =>
    {
        var invited = await Invite(Keeper());
        var opened = await Redeem(Keeper(), invited.Token);
        Assert.True(opened!.Active);
        Assert.Null(await Redeem(Keeper(), invited.Token));
        Assert.Equal(opened, await Keeper().Find(opened.Id));
    });

    [Fact]
    public Task Nothing_that_opens_anything_is_kept() => Alone.Run(async () =>
    {
        var (token, grant) = ((await Invite(Keeper())).Token, (await Invite(Keeper())).Grant);
        var secret = token.Split('.')[1];
        var kept = new GrainState<Grants>();
        await storage.ReadStateAsync("access", GrainId.Create("operators", "operators"), kept);
        var text = System.Text.Json.JsonSerializer.Serialize(kept.State, DomainJson.Options);
        Assert.Contains(grant.Id, text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.True(secret.Length >= 43);
    });

    [Fact]
    public Task What_another_has_written_beside_is_found_and_neither_loses_the_others() => Alone.Run(async () =>
    {
        var (one, other) = (Keeper(), Keeper());
        var first = await Invite(one);
        var second = await Invite(other);
        Assert.NotNull(await Redeem(one, second.Token));
        var third = await Invite(other);
        Assert.NotNull(await Redeem(other, first.Token));
        steady.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await Redeem(one, third.Token));
        foreach (var invited in new[] { first, second, third }) Assert.True((await Keeper().Find(invited.Grant.Id))!.Active);
    });

    [Fact]
    public Task A_link_whose_opening_was_written_twice_because_its_answer_was_lost_is_opened() => Alone.Run(async () =>
    {
        var keeper = Keeper();
        var invited = await Invite(keeper);
        storage.SendsTwice = true;
        Assert.True((await Redeem(keeper, invited.Token))!.Active);
        Assert.Null(await Redeem(keeper, invited.Token));
    });

    [Fact]
    public Task Writes_that_lose_to_others_again_and_again_end_in_a_failure_that_says_so() => Alone.Run(async () =>
    {
        var keeper = Keeper();
        storage.LosesRaces = true;
        await Assert.ThrowsAsync<AccessUnavailableException>(() => Invite(keeper)).WaitAsync(Patience);
        storage.LosesRaces = false;
        Assert.NotNull(await Redeem(keeper, (await Invite(keeper)).Token));
    });

    [Theory]
    [InlineData("")]
    [InlineData(".secret")]
    [InlineData("operators.")]
    [InlineData("operators")]
    [InlineData("operators.a.b")]
    [InlineData("a/b/c.secret")]
    [InlineData("/site.secret")]
    [InlineData("show/.secret")]
    [InlineData(null)]
    public void What_names_no_keeper_is_none_without_a_failure_on_the_way(string? named)
    {
        var thrown = 0;
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs failure) =>
            thrown += failure.Exception is FormatException ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        var found = Grains.Keeper.TryParse(named, out var keeper, out _);
        AppDomain.CurrentDomain.FirstChanceException -= Count;
        Assert.Equal((false, null, 0), (found, keeper, thrown));
    }

    [Fact]
    public Task Of_two_activations_that_open_one_link_at_once_one_does() => Alone.Run(async () =>
    {
        var (one, other) = (Keeper(), Keeper());
        var invited = await Invite(one);
        await other.Find("whatever");
        var opened = await Task.WhenAll(Redeem(one, invited.Token), Redeem(other, invited.Token));
        Assert.Single(opened, grant => grant is not null);
    });

    [Fact]
    public Task However_many_ask_for_what_nobody_knows_the_storage_is_asked_once_a_second() => Alone.Run(async () =>
    {
        var keeper = Keeper();
        await Invite(keeper);
        await keeper.Find("never made");
        var before = storage.Reads;
        var asked = Enumerable.Range(0, 100).Select(i => keeper.Find($"never made {i}")).ToArray();
        await Task.Delay(20);
        Assert.All(asked, find => Assert.False(find.IsCompleted));
        steady.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(asked).WaitAsync(Patience), Assert.Null);
        Assert.Equal(before + 1, storage.Reads);
    });

    [Fact]
    public Task Checks_of_what_is_known_wait_for_no_look_and_for_no_write() => Alone.Run(async () =>
    {
        var keeper = Keeper();
        var invited = await Invite(keeper);
        await Redeem(keeper, invited.Token);
        var gate = new TaskCompletionSource();
        storage.Gate = gate.Task;
        var (looking, writing) = (keeper.Find("never made"), Invite(keeper));
        Assert.True((await keeper.Find(invited.Grant.Id).WaitAsync(Patience))!.Active);
        Assert.False(looking.IsCompleted || writing.IsCompleted);
        gate.SetResult();
        await Task.WhenAll(looking, writing).WaitAsync(Patience);
    });

    [Fact]
    public Task What_cannot_be_read_is_told_and_looked_for_again() => Alone.Run(async () =>
    {
        var (invited, keeper) = (await Invite(Keeper()), Keeper());
        storage.Fails = true;
        await Assert.ThrowsAsync<AccessUnavailableException>(() => keeper.Find(invited.Grant.Id));
        storage.Fails = false;
        Assert.NotNull(await keeper.Find(invited.Grant.Id));
    });

    [Fact]
    public Task Each_keepers_state_is_its_own_grains() => Alone.Run(async () =>
    {
        await Invite(Keeper());
        await Keeper(Grains.Keeper.OfSite("show", "site")).Invite(Role.Coordinator, "show", "site", "", alone: false);
        Assert.True(storage.Keeps(GrainId.Create("operators", "operators")) && storage.Keeps(GrainId.Create("site", "show/site")));
    });

    [Fact]
    public Task What_cannot_be_written_is_told_and_nothing_is_changed() => Alone.Run(async () =>
    {
        var keeper = Keeper();
        var invited = await Invite(keeper);
        storage.Fails = true;
        await Assert.ThrowsAsync<AccessUnavailableException>(() => Redeem(keeper, invited.Token));
        storage.Fails = false;
        Assert.NotNull(await Redeem(keeper, invited.Token));
    });

    /// <summary>A coordinator whose link was revoked must not stay because an answer was lost.</summary>
    [Fact]
    public Task After_a_write_of_which_nobody_knows_how_it_ended_nobody_is_answered_from_what_was_before() => Alone.Run(async () =>
    {
        var keeper = Keeper(Grains.Keeper.OfSite("show", "site"));
        var old = await keeper.Invite(Role.Coordinator, "show", "site", "", alone: false);
        await keeper.Redeem(old.Token.Split('.')[1]);
        storage.LosesAnswers = true;
        await Assert.ThrowsAsync<AccessUnavailableException>(() => keeper.Invite(Role.Coordinator, "show", "site", "", alone: true));
        storage.LosesAnswers = false;
        Assert.False((await keeper.Find(old.Grant.Id))!.Active);
    });

    [Fact]
    public Task Who_keeps_what_was_made_before_keepers_were_named_is_told_by_its_link_and_by_its_claim() => Alone.Run(async () =>
    {
        var operators = Keeper();
        await operators.TakeOver([], [new(Grants.HashOf("old secret"), "show/site"), new("old-grant", "operators")]);
        Assert.Equal("show/site", await Keeper().WhoKeeps("old secret"));
        Assert.Equal("operators", await Keeper().WhoKeeps("old-grant"));
        Assert.Null(await Keeper().WhoKeeps("never made"));
    });

    [Fact]
    public Task Whoever_asked_before_it_was_carried_over_beside_is_told_after_it() => Alone.Run(async () =>
    {
        var asked = Keeper();
        Assert.Null(await asked.WhoKeeps("old-grant"));
        await Keeper().TakeOver([], [new("old-grant", "show/site")]);
        steady.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("show/site", await asked.WhoKeeps("old-grant"));
    });

    private AccessKeeper Keeper(Keeper? keeper = null) => new(storage, keeper ?? Grains.Keeper.Operators, TimeProvider.System, steady);

    private static Task<Invited> Invite(AccessKeeper keeper) => keeper.Invite(Role.Operator, null, null, "", alone: false);

    private static Task<Grant?> Redeem(AccessKeeper keeper, string token) => keeper.Redeem(token.Split('.')[1]);
}
