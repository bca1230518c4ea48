namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>A server of its own for each test, and everybody who takes part. In the end nobody's browser may have complained.</summary>
[Collection(InTheBrowser.Name)]
public abstract class Show(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Person> people = [];
    private Server? server;

    /// <summary>The teleconference that the test plays.</summary>
    protected virtual string Id => Map2021.Id;

    protected Server Server => server!;

    /// <summary>A plan that is imported before the program starts; null: what it ships is enough.</summary>
    protected virtual string? Imported => null;

    /// <summary>Where browsers reach the server.</summary>
    protected virtual string Origin => Server.Origin;

    /// <summary>True: browsers may say from the beginning that a line does not open.</summary>
    protected virtual bool LinesMayFail => false;

    public virtual async Task InitializeAsync() => server = await Server.Start(Imported);

    /// <summary>By the link that the program has printed.</summary>
    protected async Task<Operator> Operator(Look? look = null) => await Operator(await Server.Link(Id, "control room"), look);

    protected async Task<Operator> Operator(string link, Look? look = null)
    {
        var sits = new Operator(await Enter(look), Id);
        Joins(sits);
        await sits.Open(Here(link));
        return sits;
    }

    /// <summary>By the link that the program has printed.</summary>
    protected async Task<Coordinator> Coordinator(string site, Look? look = null) =>
        await Coordinator(site, await Server.Link(Id, $"site {site}"), look);

    protected async Task<Coordinator> Coordinator(string site, string link, Look? look = null)
    {
        var stands = new Coordinator(await Enter(look), Id, site);
        Joins(stands);
        await stands.Open(Here(link));
        return stands;
    }

    protected async Task<Viewer> Viewer(Look? look = null)
    {
        var looks = await Stranger(look);
        await looks.Watch();
        return looks;
    }

    /// <summary>Somebody with a browser who has opened nothing yet.</summary>
    protected async Task<Viewer> Stranger(Look? look = null)
    {
        var looks = new Viewer(await Enter(look), Id);
        Joins(looks);
        return looks;
    }

    /// <summary>The same coordinator on a second device: another browser that holds the same sign-in.</summary>
    protected async Task<Coordinator> SecondDeviceOf(Coordinator coordinator)
    {
        var second = new Coordinator(await Enter(null, await coordinator.Page.Context.StorageStateAsync()), Id, coordinator.Site);
        Joins(second);
        await second.Page.GotoAsync($"/site/{Id}/{coordinator.Site}");
        return second;
    }

    private async Task<IPage> Enter(Look? look, string? signIn = null)
    {
        look ??= new();
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = Origin,
            Locale = look.Language,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = look.Scripts,
            StorageState = signIn,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        return await context.NewPageAsync();
    }

    private void Joins(Person person)
    {
        people.Add(person);
        if (LinesMayFail) person.MayLoseTheLine();
    }

    private string Here(string link) => link.Replace(Server.Origin, Origin, StringComparison.Ordinal);

    public virtual async Task DisposeAsync()
    {
        foreach (var person in people) await person.Page.Context.CloseAsync();
        await Server.DisposeAsync();
        var complaints = people.SelectMany(person => person.Complaints).ToArray();
        if (complaints.Length > 0) Assert.Fail($"Browsers complained:\n{string.Join('\n', complaints)}");
    }
}

/// <summary>How somebody looks at the screens.</summary>
/// <param name="Language">What the browser asks for.</param>
/// <param name="Scripts">False: a browser without JavaScript.</param>
public sealed record Look(string Language = "en", int Width = 1280, int Height = 800, bool Scripts = true)
{
    public static readonly Look Phone = new(Width: 390, Height: 844);
}
