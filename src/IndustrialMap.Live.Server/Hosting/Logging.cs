using IndustrialMap.Live.Grains;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>One line an event; JSON where a machine collects it. "Logging" in the settings changes what is told.</summary>
internal static class Logging
{
    /// <summary>What these say of a failed start is a stack; <see cref="StartupFailure"/> says it in a sentence.</summary>
    private static readonly string[] ToldByStartupFailure =
        ["Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Hosting.Diagnostics", "Orleans"];

    /// <returns>To be called once the server has started.</returns>
    internal static Action AddLogs(this WebApplicationBuilder builder)
    {
        var starting = true;
        var logging = builder.Logging;
        logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        // The keys lie in the data folder, which is as secret as the journal beside them.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter(HubErrorFilter.SignalRCategory, LogLevel.None);
        // Whoever keeps what is stored by it tells of its failures.
        logging.AddFilter("Orleans.Storage", LogLevel.None);
        // A probe asks every few seconds, and each part that fails is logged where it fails.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        foreach (var category in ToldByStartupFailure) logging.AddFilter(category, level => !starting && level >= LogLevel.Warning);
        logging.AddConsole();
        builder.Services.AddSingleton<LoggerFactory>();
        builder.Services.AddSingleton<ILoggerFactory>(provider =>
            new RepeatedLines(provider.GetRequiredService<LoggerFactory>(), provider.ConsoleClock()));
        builder.Services.AddOptions<ConsoleLoggerOptions>().Configure<IOptions<ServerOptions>>((console, server) =>
            console.FormatterName = server.Value.PublicOrigin is null ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json);
        builder.Services.Configure<SimpleConsoleFormatterOptions>(simple => simple.SingleLine = true);
        builder.Services.Configure<JsonConsoleFormatterOptions>(json => json.UseUtcTimestamp = true);
        return () => starting = false;
    }
}
