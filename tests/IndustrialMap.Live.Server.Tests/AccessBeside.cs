using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What other programs write of who may do what, while the console runs, and what of it outlives the console.</summary>
public class AccessBeside
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task A_link_that_invite_prints_beside_a_running_console_signs_in_once_and_no_link_of_the_console_is_lost()
    {
        using var data = new DataFolder();
        await using var console = await RunningConsole.Start(data);
        var before = await console.OperatorsToken("Anna");
        var printed = await RealProgram.Run(RealProgram.Start(["invite", "--data", data.Path]));
        Assert.True(printed.Code == 0, printed.Error);
        var token = new Uri(printed.Output.Trim()).Fragment[1..];
        Assert.StartsWith("operators.", token, StringComparison.Ordinal);
        var after = await console.OperatorsToken("Berik");
        List<string?> names = [];
        foreach (var each in (string[])[before, token, after])
        {
            var person = console.Viewer();
            await person.SignIn(each);
            names.Add((await person.Read<Me>("/api/me")).Name);
        }
        Assert.Equal(["Anna", "Operator 1", "Berik"], names);
        Assert.Equal("link_spent", (await console.Viewer().Post("/api/sign-in", Wire.Of(new SignIn(token)))).Code);
    }

    [Fact]
    public async Task Of_two_browsers_that_open_what_was_invited_beside_one_is_signed_in()
    {
        using var data = new DataFolder();
        await using var console = await RunningConsole.Start(data);
        var token = await InvitedBeside.Token(data, Keeper.OfSite(Id, Show.CansSite));
        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => console.Viewer().Post("/api/sign-in", Wire.Of(new SignIn(token)))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Gone], replies.Select(reply => reply.Status).Order());
    }

    [Fact]
    public async Task Sign_ins_unopened_links_and_what_was_revoked_outlive_the_console()
    {
        await using var console = await RunningConsole.Start();
        var (operator_, own, other) = (await console.Operator(), await console.Coordinator(Id, Show.CansSite), await console.Coordinator(Id, "aktogay"));
        var unopened = await console.CoordinatorsToken(Id, Show.CansSite);
        Assert.Equal(HttpStatusCode.OK, (await operator_.Post(
            "/api/invitations", $$"""{"role":"coordinator","teleconference":"{{Id}}","siteId":"aktogay"}""")).Status);
        await console.Restart();
        Assert.Equal(Role.Operator, (await operator_.Read<Me>("/api/me")).Role);
        Assert.Equal(new OwnSite(Id, Show.CansSite), Assert.Single((await own.Read<Me>("/api/me")).Sites));
        Assert.Equal(Role.Viewer, (await other.Read<Me>("/api/me")).Role);
        await console.Viewer().SignIn(unopened);
    }

    /// <summary>As when a screen comes back in the moment before the old file is carried over.</summary>
    [Fact]
    public async Task Links_from_before_open_also_where_they_were_asked_for_before_they_were_carried_over()
    {
        const string Unopened = "OCD0-cZn5Cp_1MnGIzhzRcwo7lWnijfGaS9RbW6VpHM";
        using var data = new DataFolder();
        await using var console = await RunningConsole.Start(data);
        Assert.Equal("link_spent", (await console.Viewer().Post("/api/sign-in", Wire.Of(new SignIn(Unopened)))).Code);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "access-before.db"), Path.Combine(data.Path, "access.db"));
        await InvitedBeside.Token(data, Keeper.Operators);
        await console.Viewer().SignIn(Unopened);
    }
}
