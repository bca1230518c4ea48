using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.Options;

return await Cli.Run(args);

public partial class Program
{
    /// <summary>The whole console, not yet started.</summary>
    /// <param name="commandLine">What the command line sets, by the names of <see cref="ServerOptions"/>.</param>
    /// <param name="change">Changes how it is wired, before it is built: for tests.</param>
    /// <param name="environment">Settings over those of the environment: for tests, which share one.</param>
    /// <exception cref="OptionsValidationException">A setting cannot be; each sentence says which, where it stands and why.</exception>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> commandLine, Action<IServiceCollection>? change = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        // An empty one: the usual one would read the arguments, trust forwarded headers when a variable says so, and filter hosts first.
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            ContentRootPath = AppContext.BaseDirectory, WebRootPath = PageFiles.Folder, EnvironmentName = Settings.EnvironmentName,
        });
        builder.AddSettings(commandLine, environment);
        builder.AddConsole();
        if (builder.IsCluster()) builder.AddCluster();
        else builder.AddEmbedded();
        builder.AddKestrel();
        var started = builder.AddLogs();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(started);
        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        app.Listen(options);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseHealth();
        app.UseAdmission(options);
        app.UseJsonIsUtf8();
        app.UseAuthentication();
        app.UseVisitorLimit();
        app.UseWaitForLogs();
        app.UseResponseCompression();
        app.UseAuthorization();
        app.MapPages();
        app.MapAccess();
        app.MapTeleconferences();
        app.MapPlanSchema();
        app.MapLogs();
        app.MapViews();
        app.MapCommands();
        // Without negotiation a connection is one request: whichever server it reaches, it is there whole.
        app.MapHub<LiveHub>("/hub", hub => hub.Transports = HttpTransportType.WebSockets);
        app.MapOpenApiFile();
        return app;
    }
}
