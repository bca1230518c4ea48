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

    /// <summary>Asks until there is an answer: just after a server has died nobody may be able to give one.</summary>
    internal static async Task<T> Answered<T>(Func<Task<T>> ask)
    {
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (HttpRequestException) when (DateTime.UtcNow < giveUp)
            {
                await Task.Delay(20);
            }
        }
    }

    internal static Task True(Func<bool> condition, string what) => True(() => Task.FromResult(condition()), what);
}
