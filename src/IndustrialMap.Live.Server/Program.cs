using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Server;
using IndustrialMap.Live.Server.Access;
using IndustrialMap.Live.Server.Pages;

try
{
    var options = ConsoleOptions.Parse(args);
    return options.Verb == "run" ? await Serve(options) : await Verbs.Run(options);
}
catch (Exception failure) when (failure is UsageException or JournalUnusableException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    if (failure is UsageException) await Console.Error.WriteLineAsync(ConsoleOptions.Help);
    return 2;
}

static async Task<int> Serve(ConsoleOptions options)
{
    await using var app = Program.Build(options);
    app.Lifetime.ApplicationStarted.Register(() => _ = ReadyLine.Print(app, options));
    await app.RunAsync();
    return 0;
}

public partial class Program
{
    /// <summary>The whole console, not yet started.</summary>
    /// <param name="change">Changes how it is wired, before it is built: for tests.</param>
    public static WebApplication Build(ConsoleOptions options, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = PageFiles.Folder });
        builder.AddConsole(options);
        builder.Listen(options);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurity(options);
        app.UseReadiness();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.MapPages();
        app.MapAccess();
        app.MapTeleconferences();
        app.MapViews();
        app.MapCommands();
        app.MapHub<LiveHub>("/hub");
        app.MapHealth();
        app.MapOpenApi();
        return app;
    }
}
