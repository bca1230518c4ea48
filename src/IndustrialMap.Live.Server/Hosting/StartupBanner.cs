using System.Diagnostics;
using IndustrialMap.Live.Domain;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// Says on the terminal that the console is ready, and gives the links (all but the public one open once) of every
/// teleconference that has not ended. They are printed and never logged; beyond 127.0.0.1, where output may be
/// collected, and by each of several servers, they are not printed.
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

        var took = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
        var limits = app.Services.GetRequiredService<ConnectionCap>().Limits;
        await Say(
            $"IndustrialMap.Live is ready on {links.Origin.GetLeftPart(UriPartial.Authority)} ({took.TotalSeconds:0.0} s)",
            $"  up to {limits.Visitors:N0} connections of viewers, and {limits.Whole - limits.Visitors:N0} more for people who are signed in");
        if (options.PublicOrigin is not null || options.IsCluster)
        {
            await Say("  for an operator's one-time link run: IndustrialMap.Live.Server invite, with the same settings");
            return;
        }
        // Who is served already does not wait for the links.
        var all = await Task.WhenAll(
            from teleconference in teleconferences.All
            where teleconference.State.Phase != Phase.Ended
            select Links(teleconference.State, app.Services.GetRequiredService<Keepers>(), links));
        await Say([.. all.SelectMany(each => each)]);
    }

    private static async Task<IEnumerable<string>> Links(Teleconference show, Keepers keepers, InvitationLinks links)
    {
        var id = show.Plan!.Id;
        var width = Math.Max("control room".Length, show.Sites.Max(site => site.Id.Length + "site ".Length));
        string Line(string what, string link) => $"  {what.PadRight(width)}  {link}";
        var operators = keepers.Operators.Invite(id, null);
        var coordinators = show.Sites.Select(async site => (site.Id, Invited: await keepers.Site(id, site.Id).Invite("", renewedBy: null)));
        return
        [
            "", $"{id}: {show.Plan.Title.En ?? show.Plan.Title.Ru ?? show.Plan.Title.Kk}", Line("public", links.Watch(id)),
            Line("control room", links.Of(await operators).Link),
            .. (await Task.WhenAll(coordinators)).Select(made => Line($"site {made.Id}", links.Of(made.Invited).Link)),
        ];
    }

    private static async Task Say(params string[] lines)
    {
        try
        {
            await Console.Out.WriteAsync(string.Concat(lines.Select(line => line + Environment.NewLine)));
        }
        catch (IOException)
        {
            // Nobody reads the output, as of a service whose terminal was closed: the server serves all the same.
        }
    }
}
