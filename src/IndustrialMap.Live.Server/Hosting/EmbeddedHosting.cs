using IndustrialMap.Live.Journal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>One server alone, which keeps all in a folder.</summary>
internal static class EmbeddedHosting
{
    internal static void AddEmbedded(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DataDirectory>();
        // First of all that is started.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, DataDirectoryLock>());
        services.AddSingleton(provider => provider.GetRequiredService<DataDirectory>().OpenJournal());
        services.AddSingleton<AccessCarriedOver>();
        services.AddOptions<KeyManagementOptions>().Configure<DataDirectory, ILoggerFactory>((keys, data, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(data.Keys, logs));
        builder.AddEmbeddedSilo();
    }
}
