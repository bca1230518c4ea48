using System.Net;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;
using Orleans.Storage;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// One silo in this process, alone: what grains say to each other never leaves it, and nothing listens but HTTP. Two consoles on
/// one machine therefore do not meet.
/// </summary>
internal static class EmbeddedSilo
{
    /// <summary>Orleans wants a port to name its silo by; nobody opens it.</summary>
    private const int NameOnly = 11111;

    /// <summary>Under which the states of grains are kept: another name would be another console, with nobody signed in.</summary>
    internal const string Service = "industrialmap-live";

    internal static void AddEmbeddedSilo(this WebApplicationBuilder builder) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(NameOnly, gatewayPort: 0, primarySiloEndpoint: null, Service, Service);
        silo.AddConsoleGrains();
        silo.AddAdoNetGrainStorage(GrainStates.Storage, storage => storage.Configure<DataDirectory>(GrainStates.Configure));
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            ConsoleGrains.AccessStorage, (services, _) => new OneWriterStorage(services.GetRequiredKeyedService<IGrainStorage>(GrainStates.Storage)));
        DoNotListen(silo.Services);
    });

    private static void DoNotListen(IServiceCollection services)
    {
        var listeners = services.Where(service => service.IsKeyedService && service.ServiceType == typeof(IConnectionListenerFactory)).ToArray();
        foreach (var listener in listeners)
        {
            services.Remove(listener);
            services.AddKeyedSingleton<IConnectionListenerFactory, DeafListener>(listener.ServiceKey);
        }
    }

    /// <summary>A listener that hears nobody: no port is opened.</summary>
    private sealed class DeafListener : IConnectionListenerFactory
    {
        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => new(new Deaf(endpoint));

        private sealed class Deaf(EndPoint endpoint) : IConnectionListener
        {
            private readonly TaskCompletionSource unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);

            public EndPoint EndPoint => endpoint;

            public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
            {
                await unbound.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return null;
            }

            public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
            {
                unbound.TrySetResult();
                return default;
            }

            public ValueTask DisposeAsync() => UnbindAsync();
        }
    }
}
