using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests.People;

/// <summary>Somebody with a browser of their own: own cookies, own storage, the content policy in force.</summary>
public abstract class Person
{
    private static readonly Regex OfALostLine = new("net::ERR_|WebSocket connection to|status of 503");
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly List<string> forgiven = [];
    private bool losesTheLine;

    protected Person(IPage page, string teleconference)
    {
        Page = page;
        Teleconference = teleconference;
        page.PageError += (_, error) => Complain($"an exception: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complain($"{message.Type}: {message.Text} ({message.Location})");
        };
    }

    public IPage Page { get; }

    protected string Teleconference { get; }

    /// <summary>What the browser's console said: exceptions, violations of the content policy, failed requests.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>The totals of today, as the screen words them.</summary>
    public Totals Totals => new(Page);

    /// <summary>The line will be cut, or the server killed: the browser may say that it reaches nothing.</summary>
    public void MayLoseTheLine() => losesTheLine = true;

    /// <summary>The test brings this about: the browser may report it.</summary>
    public void Forgive(string complaint) => forgiven.Add(complaint);

    public Task Goto(string path) => Page.GotoAsync(path);

    /// <summary>Where the screen says how fresh it is.</summary>
    public ILocator Line => Page.Locator("[data-connection]").First;

    /// <param name="state">live, stale or offline.</param>
    public Task SeesLine(string state) => Expect(Line).ToHaveAttributeAsync("data-connection", state);

    /// <param name="way">stream or requests.</param>
    public Task SeesWay(string way) => Expect(Line).ToHaveAttributeAsync("data-way", way);

    /// <summary>Opens a one-time link, and is led to where it leads.</summary>
    protected async Task SignIn(string link, string leadsTo)
    {
        await Page.GotoAsync(link);
        await Expect(Page).ToHaveURLAsync(new Regex($"{Regex.Escape(leadsTo)}$"));
    }

    private void Complain(string what)
    {
        if (losesTheLine && OfALostLine.IsMatch(what)) return;
        if (forgiven.Any(one => what.Contains(one, StringComparison.Ordinal))) return;
        complaints.Enqueue($"{GetType().Name} at {new Uri(Page.Url).AbsolutePath}: {what}");
    }
}
