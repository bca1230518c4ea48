namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>A teleconference that is being played by people over HTTP: an operator, and a coordinator for each site.</summary>
internal sealed class Show
{
    internal const string Cans = "2021-05", CansSite = "shymkent";

    private readonly Dictionary<string, Person> coordinators = [];

    private Show(RunningConsole console, string id, Person operator_) => (Console, Id, Operator) = (console, id, operator_);

    internal RunningConsole Console { get; }
    internal string Id { get; }
    internal Person Operator { get; }
    internal Teleconference State => Console.Host(Id).State;
    internal Place Place => Console.Host(Id).Place;

    /// <summary>Signs the operator in and starts the show.</summary>
    internal static async Task<Show> Live(RunningConsole console, string id = RunningConsole.Map2021)
    {
        var show = new Show(console, id, await console.Operator());
        await show.Operator.Give(id, new Start());
        return show;
    }

    internal async Task<Person> Coordinator(string siteId) =>
        coordinators.TryGetValue(siteId, out var known) ? known : coordinators[siteId] = await Console.Coordinator(Id, siteId);

    internal Task<CommandAnswer> Call(string launchId) => Operator.Give(Id, new CallLaunch(launchId));

    /// <summary>The site's own coordinator confirms the call that its screen shows.</summary>
    internal async Task<CommandAnswer> Confirm(string launchId)
    {
        var site = State.Plan!.Launches.Single(launch => launch.Id == launchId).Site;
        var coordinator = await Coordinator(site);
        var attempt = (await coordinator.Site(Id, site)).Launches.Single(launch => launch.Id == launchId).Attempt;
        return await coordinator.Give(Id, new ConfirmLaunch(launchId, attempt));
    }

    /// <summary>Calls and confirms every launch in the order of the plan.</summary>
    internal async Task ConfirmAll()
    {
        foreach (var launch in State.Plan!.Launches)
        {
            await Call(launch.Id);
            await Confirm(launch.Id);
        }
    }
}
