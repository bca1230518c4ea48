using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What the command line takes, what values are refused, and in which words.</summary>
public class SettingsTests
{
    [Theory]
    [InlineData("--urls", "--public-origin", "--urls", "http://0.0.0.0:5080")]
    [InlineData("--urls", "is not an address", "--urls", "http://*:5080")]
    [InlineData("--urls", "is not an address", "--urls", "ftp://127.0.0.1")]
    [InlineData("--urls", "--public-origin", "--urls", "http://127.0.0.1:5080;http://192.168.1.5:5080")]
    [InlineData("--urls", "--behind-proxy", "--urls", "http://0.0.0.0:5080", "--public-origin", "https://live.example.kz")]
    [InlineData("--urls", "no address", "--urls", "")]
    [InlineData("--public-origin", "is not an origin", "--public-origin", "http://live.example.kz")]
    [InlineData("--public-origin", "is not an origin", "--public-origin", "live.example.kz")]
    [InlineData("--public-origin", "is not an origin", "--public-origin", "https://live.example.kz/console")]
    [InlineData("--public-origin", "is not an origin", "--public-origin", "https://someone@live.example.kz")]
    [InlineData("--speed", "0.1 to 1000", "--speed", "0")]
    [InlineData("--speed", "0.1 to 1000", "--speed", "NaN")]
    [InlineData("--speed", "is not a number", "--speed", "fast")]
    [InlineData("--data", "no folder", "--data", "")]
    public void A_value_that_cannot_be_is_refused_with_a_sentence_that_names_its_option(string option, string says, params string[] args)
    {
        var parsed = Cli.Parse(args);
        Assert.Null(Cli.Misunderstood(parsed));
        var refused = Assert.Throws<OptionsValidationException>(() => Program.Build(CliOptions.Given(parsed)));
        Assert.StartsWith($"{option}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data", "--data")]
    [InlineData("--data", "--data", "a", "--data", "b")]
    [InlineData("import", "import")]
    [InlineData("export", "export")]
    [InlineData("--fast", "--fast")]
    [InlineData("extra", "import", "plan.json", "extra")]
    [InlineData("now", "now")]
    [InlineData("--speed", "invite", "--speed", "3")]
    [InlineData("@words", "@words")]
    [InlineData("[suggest]", "[suggest]")]
    [InlineData("--ConnectionStrings", "--ConnectionStrings:Default=Server=db;Password=hush")]
    [InlineData("--IndustrialMap", "--IndustrialMap:Urls=http://0.0.0.0:1")]
    [InlineData("ConnectionStrings__Default", "ConnectionStrings__Default=Password=hush")]
    [InlineData("/Kestrel", "/Kestrel:Certificates:Default:Password=hush")]
    [InlineData("--environment", "--environment", "Development")]
    [InlineData("--contentRoot", "--contentRoot", "/")]
    public void A_word_that_is_not_known_is_refused_by_its_name_and_what_stands_behind_it_is_not_repeated(string says, params string[] args)
    {
        var refused = Cli.Misunderstood(Cli.Parse(args));
        Assert.Contains(says, refused, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:5080")]
    [InlineData("--urls", "http://[::1]:5080;http://localhost:5081")]
    [InlineData("--urls", "https://0.0.0.0:443", "--public-origin", "https://live.example.kz")]
    [InlineData("--urls", "http://0.0.0.0:80", "--public-origin", "https://live.example.kz", "--behind-proxy")]
    public async Task What_is_safe_is_taken(params string[] args)
    {
        using var data = new DataFolder();
        await using var app = Program.Build(CliOptions.Given(Cli.Parse(["--data", data.Path, .. args])));
        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        Assert.Equal((data.Path, args[1], args.Contains("--behind-proxy")), (options.DataFolder, options.Urls, options.BehindProxy));
    }

    [Theory]
    [InlineData("2021-industrialization-map", 10, "--autopilot")]
    [InlineData("2017-12-06", 2.5, "--autopilot", "2017-12-06", "--speed", "2.5")]
    [InlineData("2021-industrialization-map", 40, "--speed", "40", "--autopilot")]
    [InlineData(null, 10)]
    public async Task The_autopilot_is_named_or_left_out(string? id, double speed, params string[] args)
    {
        using var data = new DataFolder();
        await using var app = Program.Build(CliOptions.Given(Cli.Parse(["--data", data.Path, .. args])));
        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        Assert.Equal((id, speed), (options.Autopilot, options.Speed));
    }
}
