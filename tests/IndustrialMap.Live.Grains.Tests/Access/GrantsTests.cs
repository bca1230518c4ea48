using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests.Access;

public class GrantsTests
{
    private static readonly DateTimeOffset Now = new(2021, 9, 28, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_link_opens_once_to_the_end_of_its_time_and_not_after()
    {
        var grants = Grants.None.With(Made("a", Role.Operator, "Anna"), Now);
        Assert.Null(grants.Redeem("a", Now + Grants.LinkLifetime + TimeSpan.FromTicks(1)).Opened);
        var (opened, grant) = grants.Redeem("a", Now + Grants.LinkLifetime);
        Assert.Equal(("Anna", true, Now + Grants.LinkLifetime), (grant!.Name, grant.Active, grant.RedeemedAt));
        Assert.Equal(grant, opened.Find("a"));
        var (same, again) = opened.Redeem("a", Now);
        Assert.Null(again);
        Assert.Same(opened, same);
    }

    [Fact]
    public void Nobody_opens_what_was_never_made()
    {
        var grants = Grants.None.With(Made("a", Role.Operator), Now).With(Made("c", Role.Operator), Now);
        Assert.Null(grants.Redeem("b", Now).Opened);
        Assert.Null(grants.Find("b"));
        Assert.Equal((true, false, true), (grants.Has("a"), grants.Has("b"), grants.Has("c")));
    }

    [Fact]
    public void Operators_without_a_name_are_numbered_as_they_come_and_nobody_else()
    {
        var grants = Grants.None;
        foreach (var (id, role, name) in new[] { ("a", Role.Operator, ""), ("b", Role.Operator, "Berik"), ("c", Role.Operator, ""), ("d", Role.Coordinator, "") })
            grants = grants.With(Made(id, role, name), Now);
        string Opened(string id)
        {
            (grants, var grant) = grants.Redeem(id, Now);
            return grant!.Name;
        }
        Assert.Equal(["Operator 1", "", "Berik", "Operator 2"], new[] { "c", "d", "b", "a" }.Select(Opened));
    }

    [Fact]
    public void What_was_revoked_neither_opens_nor_counts_and_says_since_when()
    {
        var grants = Grants.None.With(Made("open", Role.Coordinator), Now).With(Made("in", Role.Coordinator), Now);
        grants = grants.Redeem("in", Now).Next.Revoked(Now + TimeSpan.FromHours(1));
        grants = grants.Revoked(Now + TimeSpan.FromHours(2));
        Assert.Null(grants.Redeem("open", Now).Opened);
        Assert.Equal((false, Now + TimeSpan.FromHours(1)), (grants.Find("in")!.Active, grants.Find("in")!.RevokedAt));
    }

    [Fact]
    public void Links_that_nobody_opened_in_time_go_when_another_is_made_and_who_is_signed_in_stays()
    {
        var grants = Grants.None.With(Made("late", Role.Operator), Now).With(Made("in", Role.Operator), Now);
        grants = grants.Redeem("in", Now).Next.With(Made("new", Role.Operator) with { }, Now + Grants.LinkLifetime + TimeSpan.FromSeconds(1));
        Assert.Equal(["in", "new"], grants.All.Select(kept => kept.Grant.Id));
    }

    [Fact]
    public void To_take_over_again_changes_nothing_and_undoes_nothing()
    {
        KeptGrant[] old = [Made("a", Role.Operator), Made("b", Role.Operator)];
        var first = Grants.None.TakeOver(old).Point([new("a", "operators"), new("x", "show/site")]);
        Assert.Equal(old, first.All);
        var since = first.Redeem("a", Now).Next;
        var again = since.TakeOver(old).Point([new("a", "operators")]);
        Assert.Equal(since.All.ToArray(), again.All.ToArray());
        Assert.Equal("show/site", again.KeptElsewhere["x"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_no_link_opens_twice_and_nothing_that_was_revoked_is_active(int seed)
    {
        var random = new Random(seed);
        var (grants, now, opened) = (Grants.None, Now, new HashSet<string>());
        for (var i = 0; i < 2_000; i++)
        {
            now += TimeSpan.FromMinutes(random.Next(60));
            switch (random.Next(10))
            {
                case < 4: grants = grants.With(Made($"{i}", random.Next(2) == 0 ? Role.Operator : Role.Coordinator, at: now), now); break;
                case 9 when random.Next(20) == 0: grants = grants.Revoked(now); break;
                default:
                    var hash = $"{random.Next(Math.Max(1, i))}";
                    var before = grants.All.FirstOrDefault(kept => kept.Hash == hash);
                    (grants, var grant) = grants.Redeem(hash, now);
                    if (grant is null) break;
                    Assert.True(opened.Add(hash));
                    Assert.True(before!.Grant.ExpiresAt >= now && before.Grant.RevokedAt is null);
                    break;
            }
            Assert.All(grants.All, kept => Assert.Equal(kept.Grant is { RedeemedAt: not null, RevokedAt: null }, kept.Grant.Active));
        }
        Assert.True(opened.Count > 20, $"{opened.Count} were opened.");
        var numbered = grants.All.Select(kept => kept.Grant.Name).Where(name => name.Length > 0).ToArray();
        Assert.Equal(numbered.Distinct(), numbered);
        // As the storage keeps it.
        var read = JsonSerializer.Deserialize<Grants>(JsonSerializer.Serialize(grants, DomainJson.Options), DomainJson.Options)!;
        Assert.Equal(grants.All.ToArray(), read.All.ToArray());
    }

    [Theory]
    [InlineData("operators.x", "operators", "x")]
    [InlineData("2021-map/shymkent.x-_Y", "2021-map/shymkent", "x-_Y")]
    [InlineData("", null, null)]
    [InlineData("x", null, null)]
    [InlineData("operators.", null, null)]
    [InlineData(".x", null, null)]
    [InlineData("operators.x.y", null, null)]
    [InlineData("somebody.x", null, null)]
    [InlineData("/site.x", null, null)]
    [InlineData("show/.x", null, null)]
    [InlineData("a/b/c.x", null, null)]
    public void A_token_names_its_keeper_before_its_secret(string token, string? key, string? secret)
    {
        Assert.Equal(key is not null, Keeper.TryParse(token, out var keeper, out var told));
        Assert.Equal((key, secret), (keeper?.Key, told));
        if (keeper is not null) Assert.Equal(token, keeper.Name(told!));
    }

    private static KeptGrant Made(string id, Role role, string name = "", DateTimeOffset? at = null) => new(
        new(id, role, "show", role == Role.Coordinator ? "site" : null, name, (at ?? Now) + Grants.LinkLifetime, null, null), Hash: id);
}
