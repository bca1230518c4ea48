using System.Diagnostics;
using IndustrialMap.Live.Domain;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// Says on the terminal that the console is ready, and gives the links (all but the public one open once) of every teleconference that has not
/// ended. They are printed and never logged; beyond 127.0.0.1, where output may be collected, they are not printed.
/// </summary>
internal static class StartupBanner
{
    /// <summary>For a server that is ready.</summary>
    internal static async Task Print(WebApplication app)
    {
        var teleconferences = app.Services.GetRequiredService<Teleconferences>();
        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        var links = app.Services.GetRequiredService<InvitationLinks>();
        if (options.PublicOrigin is null)
            links.Origin = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        var output = new StringWriter();
        var took = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
        output.WriteLine($"IndustrialMap.Live is ready on {links.Origin.GetLeftPart(UriPartial.Authority)} ({took.TotalSeconds:0.0} s)");
        var limits = app.Services.GetRequiredService<ConnectionCap>().Limits;
        output.WriteLine($"  up to {limits.Visitors:N0} connections of viewers, and {limits.Whole - limits.Visitors:N0} more for people who are signed in");
        if (options.PublicOrigin is not null) output.WriteLine("  for an operator's one-time link run: IndustrialMap.Live.Server invite, with the same settings");
        else foreach (var host in teleconferences.All.Where(host => host.State.Phase != Phase.Ended)) PrintLinks(host.State, app.Services, links, output);
        try
        {
            await Console.Out.WriteAsync(output.ToString());
        }
        catch (IOException)
        {
            // Nobody reads the output, as of a service whose terminal was closed: the server serves all the same.
        }
    }

    private static void PrintLinks(Teleconference state, IServiceProvider services, InvitationLinks links, TextWriter output)
    {
        var grants = services.GetRequiredService<GrantStore>();
        var id = state.Plan!.Id;
        output.WriteLine();
        output.WriteLine($"{id}: {state.Plan.Title.En ?? state.Plan.Title.Ru ?? state.Plan.Title.Kk}");
        var width = Math.Max("control room".Length, state.Sites.Max(site => site.Id.Length + "site ".Length));
        void Line(string what, string link) => output.WriteLine($"  {what.PadRight(width)}  {link}");
        Line("public", links.Watch(id));
        Line("control room", links.Of(grants.Create(Role.Operator, id, null, null)).Link);
        foreach (var site in state.Sites) Line($"site {site.Id}", links.Of(grants.Create(Role.Coordinator, id, site.Id, "")).Link);
    }
}
