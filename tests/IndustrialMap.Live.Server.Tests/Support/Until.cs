namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>Waits for a condition, and fails when it does not come.</summary>
internal static class Until
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal static async Task True(Func<Task<bool>> condition, string what)
    {
        var giveUp = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < giveUp, $"Waited in vain: {what}");
            await Task.Delay(20);
        }
    }

    internal static Task True(Func<bool> condition, string what) => True(() => Task.FromResult(condition()), what);
}
