namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Reads every log at the start, and then lets in those who wait for them.</summary>
internal sealed class JournalLoader(Teleconferences teleconferences, BuiltInTeleconferenceSeeder seeder, SiteLines lines) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await teleconferences.CatchUp();
            await seeder.Seed();
        }
        catch (Exception failure)
        {
            // Whoever waits for the logs hears why, and the program ends with it.
            teleconferences.HasFailed(failure);
            return;
        }
        teleconferences.IsReady();
        _ = lines.ReportThoseGone(teleconferences.All);
    }
}
