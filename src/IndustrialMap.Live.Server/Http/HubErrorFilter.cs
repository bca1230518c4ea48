using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// Refuses a null where a hub's method takes none, and logs what fails in it. A refusal that is told as an error is an answer and
/// no failure: SignalR would log each of them with its stack, so that anybody could fill the log; its own words are off (see Logging).
/// </summary>
internal sealed partial class HubErrorFilter(ILogger<HubErrorFilter> log) : IHubFilter
{
    /// <summary>The category under which SignalR itself logs what a hub method throws.</summary>
    internal const string SignalRCategory = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    internal const string BadArguments = "bad_arguments";

    private static readonly ConcurrentDictionary<MethodInfo, bool[]> TakesNull = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var takesNull = TakesNull.GetOrAdd(call.HubMethod, ParametersThatTakeNull);
        if (call.HubMethodArguments.Where((argument, i) => argument is null && !takesNull[i]).Any()) throw new HubException(BadArguments);
        try
        {
            return await next(call);
        }
        catch (Exception failure) when (failure is not HubException { InnerException: null })
        {
            Failed(failure, call.HubMethodName);
            throw;
        }
    }

    private static bool[] ParametersThatTakeNull(MethodInfo method)
    {
        var nullability = new NullabilityInfoContext();
        return [.. method.GetParameters().Select(parameter => nullability.Create(parameter).WriteState == NullabilityState.Nullable)];
    }

    [LoggerMessage(201, LogLevel.Error, "{Method} of the hub failed")]
    private partial void Failed(Exception failure, string method);
}
