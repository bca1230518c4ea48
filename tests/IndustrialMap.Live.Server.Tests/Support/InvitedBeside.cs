namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>One-time links made beside the server that holds the folder, as "invite" makes them.</summary>
internal static class InvitedBeside
{
    internal static async Task<string> Token(DataFolder data, Keeper keeper)
    {
        await using var app = Program.Build(new Dictionary<string, string?> { [nameof(ServerOptions.DataFolder)] = data.Path });
        return (await CliCommands.Invite(app.Services, keeper)).Token;
    }
}
