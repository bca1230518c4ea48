using Orleans.Runtime;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// The others have taken this server for dead (it stood still, or its line was cut) and have its grains by now. It ends at once, so that
/// its supervisor starts it anew: what it still holds is nobody's, and whoever is connected to it finds another server the sooner.
/// </summary>
internal sealed partial class TakenForDead(ILogger<TakenForDead> log) : IFatalErrorHandler
{
    /// <summary>As sysexits.h numbers what may go better the next time; a supervisor starts it again after any.</summary>
    private const int TryAgain = 75;

    public bool IsUnexpected(Exception exception) => exception is not ThreadInterruptedException;

    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        Ends(exception, context ?? "no reason is known");
        // What is logged is written by a thread of its own, and a process that ends waits for none.
        Console.Error.WriteLine(
            "The cluster goes on without this server, which ends to be started again: it did not answer the others. It stood still, its line was "
            + "cut, or their certificates are not of one authority.");
        Environment.Exit(TryAgain);
    }

    [LoggerMessage(131, LogLevel.Critical, "The cluster goes on without this server, which ends to be started again: {Reason}")]
    private partial void Ends(Exception? failure, string reason);
}
