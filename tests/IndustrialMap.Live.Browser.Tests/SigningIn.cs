namespace IndustrialMap.Live.Browser.Tests;

public sealed class SigningIn(Chromium chromium) : Show(chromium)
{
    private const string Spent = "This link was used already, has expired, or was withdrawn.";

    [Fact]
    public async Task A_link_that_was_used_is_told_to_be_so()
    {
        var link = await Server.Link(Id, "site shymkent");
        await Coordinator("shymkent");
        await IsTold(link, Spent);
    }

    [Fact]
    public async Task A_link_that_was_revoked_is_told_to_be_so()
    {
        var sits = await Operator();
        var link = await Server.Link(Id, "site shymkent");
        await sits.InviteCoordinator("shymkent");
        await IsTold(link, Spent);
    }

    [Theory]
    [InlineData("/sign-in#garbage", Spent)]
    [InlineData("/sign-in#%00%ff/../..?<b>", Spent)]
    [InlineData("/sign-in", "This page needs the whole link that you were given, with what stands after #.")]
    public Task A_link_that_never_was_one_is_told_to_be_so(string link, string words) => IsTold(link, words);

    [Fact]
    public async Task The_secret_of_a_link_does_not_stay_in_the_address()
    {
        var sits = await Operator();
        Assert.DoesNotContain("#", sits.Page.Url, StringComparison.Ordinal);
        await sits.Page.GoBackAsync();
        Assert.DoesNotContain("#", sits.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_whose_link_was_made_anew_sees_so_and_speaks_again_by_the_new_one()
    {
        var sits = await Operator();
        var shymkent = await Coordinator("shymkent", Look.Phone);
        var link = await sits.InviteCoordinator("shymkent");

        await Expect(shymkent.Page.GetByTestId("access-denied")).ToContainTextAsync("your link was revoked");
        await shymkent.Open(link);
        await Expect(shymkent.Page.GetByTestId("access-denied")).ToHaveCountAsync(0);
        await Expect(shymkent.State).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_stranger_is_kept_out_of_the_control_room_and_shown_the_way()
    {
        var stranger = await Stranger();
        await stranger.Goto($"/control/{Id}");
        await Expect(stranger.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("This room is for operators");
        await Expect(stranger.Page.Locator($"a[href='/watch/{Id}']")).ToBeVisibleAsync();
    }

    private async Task IsTold(string link, string words)
    {
        var stranger = await Stranger();
        stranger.Forgive("status of 410");
        await stranger.Goto(link);
        await Expect(stranger.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(words);
        var me = await (await stranger.Page.APIRequest.GetAsync("/api/me")).TextAsync();
        Assert.Contains("viewer", me, StringComparison.Ordinal);
    }
}
