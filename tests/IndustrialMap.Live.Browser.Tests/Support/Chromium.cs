namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>One browser for all tests; each person has a profile of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds within which a screen must show what it is to show, also on a busy machine.</summary>
    internal const float Patience = 20_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Browser => browser!;

    public async Task InitializeAsync()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM");
        var path = string.IsNullOrEmpty(named) ? "/usr/bin/chromium" : named;
        if (!File.Exists(path))
            throw new FileNotFoundException($"The browser tests need Chromium, and there is none at {path}: install it (Debian: apt-get install chromium), or name it in the environment variable CHROMIUM.");
        SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}

/// <summary>One test after the other: several people at once in each are enough for the machine.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "in the browser";
}
