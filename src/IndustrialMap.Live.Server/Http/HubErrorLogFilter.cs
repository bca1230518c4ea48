using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// Logs what fails in the hub. A refusal that is told as an error is an answer and no failure: SignalR would log each of
/// them with its stack, so that anybody could fill the log; its own words are therefore off (see Wiring).
/// </summary>
internal sealed class HubErrorLogFilter(ILogger<HubErrorLogFilter> log) : IHubFilter
{
    /// <summary>The category under which SignalR itself logs what a hub method throws.</summary>
    internal const string SignalRCategory = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception failure) when (failure is not HubException { InnerException: null })
        {
            log.LogError(failure, "{Method} failed", call.HubMethodName);
            throw;
        }
    }
}
