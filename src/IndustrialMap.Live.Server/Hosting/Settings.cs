using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// Where settings come from: appsettings.json beside the program, over it the environment, over it the command line's few
/// options. Passwords and connection strings thus stand in a file or in the environment, never on a command line, which every
/// user of the machine can read.
/// </summary>
internal static class Settings
{
    private static readonly string[] Files = ["appsettings.json", "appsettings.{0}.json"];

    internal static string? EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");

    private static IEnumerable<PropertyInfo> Known => typeof(ServerOptions).GetProperties();

    /// <param name="commandLine">Values by the names of <see cref="ServerOptions"/>.</param>
    /// <param name="environment">Taken for more of the environment.</param>
    internal static void AddSettings(
        this WebApplicationBuilder builder, IReadOnlyDictionary<string, string?> commandLine, IReadOnlyDictionary<string, string?>? environment = null)
    {
        foreach (var file in Files.Select(file => string.Format(null, file, builder.Environment.EnvironmentName)))
            builder.Configuration.AddJsonFile(file, optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables("ASPNETCORE_");
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(environment);
        builder.Configuration.AddInMemoryCollection(commandLine.Select(pair => KeyValuePair.Create(KeyOf(pair.Key), pair.Value)));
        builder.Services.AddOptions<ServerOptions>().Configure<IConfiguration>(Bind).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServerOptions>, ServerOptionsValidator>();
    }

    /// <summary>Asked before the options can be: what they are made of depends on it. A value that cannot be is refused with them.</summary>
    internal static bool IsCluster(this WebApplicationBuilder builder) =>
        !string.IsNullOrEmpty(builder.Configuration[KeyOf(nameof(ServerOptions.Cluster))]);

    /// <summary>Where the value of a setting stands, as whoever set it names the place.</summary>
    internal static string SourceOf(this IConfiguration configuration, string setting) =>
        ((IConfigurationRoot)configuration).Providers.LastOrDefault(provider => provider.TryGet(KeyOf(setting), out _)) switch
        {
            JsonConfigurationProvider file => $"{KeyOf(setting)} in {file.Source.Path}",
            EnvironmentVariablesConfigurationProvider =>
                $"{KeyOf(setting).Replace(":", "__", StringComparison.Ordinal)} in the environment",
            not null when CliOptions.NameOf(setting) is { } option => option,
            _ => KeyOf(setting),
        };

    private static void Bind(ServerOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection(ServerOptions.Section);
        var failures = section.GetChildren().Select(given => Unreadable(given, configuration)).OfType<string>().ToArray();
        if (failures.Length > 0) throw new OptionsValidationException(ServerOptions.Section, typeof(ServerOptions), failures);
        section.Bind(options);
    }

    private static string? Unreadable(IConfigurationSection given, IConfiguration configuration)
    {
        var source = configuration.SourceOf(given.Key);
        if (Known.FirstOrDefault(known => string.Equals(known.Name, given.Key, StringComparison.OrdinalIgnoreCase)) is not { } setting)
            return $"{source} is not a setting; there are {string.Join(", ", Known.Select(known => known.Name))}.";
        if (given.GetChildren().Any()) return $"{source}: one value is expected, not several.";
        return TypeDescriptor.GetConverter(setting.PropertyType).IsValid(given.Value!)
            ? null
            : $"{source}: \"{given.Value}\" is not {Kind(Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType)}.";
    }

    private static string Kind(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number"
        : "an address";

    private static string KeyOf(string setting) => $"{ServerOptions.Section}:{setting}";
}
