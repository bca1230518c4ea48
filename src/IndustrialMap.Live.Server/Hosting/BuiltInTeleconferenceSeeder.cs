using IndustrialMap.Live.Domain;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Drafts the teleconferences that come with the console, where their ids are not taken. One that an older server could
/// not read is drafted by the next server that starts without it.</summary>
internal sealed class BuiltInTeleconferenceSeeder(Teleconferences teleconferences)
{
    internal async Task Seed()
    {
        foreach (var plan in BuiltInPlans.All)
            if (teleconferences.Find(plan.Id) is null) await teleconferences.Create(plan, Actor.Server);
    }
}
