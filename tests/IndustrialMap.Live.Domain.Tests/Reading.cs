using System.Text.Json;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>How commands and figures are read from JSON: what was not said is an error, never a word put into a mouth.</summary>
public class Reading
{
    [Fact]
    public void A_command_is_read_by_its_name() => Assert.Equal(
        new ReportReadiness("shymkent", ReadinessItem.Sound, true),
        Read<Command>("""{"type":"report_readiness","siteId":"shymkent","item":"sound","ready":true}"""));

    [Fact]
    public void The_name_may_stand_anywhere_in_a_command_or_an_event()
    {
        Assert.Equal(new Next(7, "opening"), Read<Command>("""{"step":7,"segmentId":"opening","type":"next"}"""));
        Assert.Equal(new LaunchCalled("cans"), Read<TeleconferenceEvent>("""{"launchId":"cans","type":"launch_called"}"""));
    }

    [Theory]
    [InlineData("""{"type":"report_readiness","siteId":"shymkent","ready":true}""")]
    [InlineData("""{"type":"report_readiness","siteId":"shymkent","item":"sound"}""")]
    [InlineData("""{"type":"report_readiness","siteId":"shymkent","item":1,"ready":true}""")]
    [InlineData("""{"type":"report_link","siteId":"shymkent","connected":true}""")]
    [InlineData("""{"type":"renew_invitation","siteId":"shymkent"}""")]
    [InlineData("""{"type":"postpone_launch","launchId":"cans","reason":"half a sign \ud83c"}""")]
    public void A_command_that_says_too_little_or_is_the_servers_own_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => Read<Command>(json));

    [Theory]
    [InlineData("""{"unit":"tenge","qualifier":"exact"}""")]
    [InlineData("""{"value":5}""")]
    [InlineData("""{"value":null,"unit":"tenge"}""")]
    [InlineData("""{"value":"5","unit":"tenge"}""")]
    [InlineData("""{"value":5.5,"unit":"tenge"}""")]
    [InlineData("""{"value":9223372036854775808,"unit":"tenge"}""")]
    public void A_figure_without_a_whole_value_and_a_unit_is_not_read_as_a_zero(string json) =>
        Assert.Throws<JsonException>(() => Read<Figure>(json));

    [Fact]
    public void A_figure_whose_qualifier_is_left_out_is_exact() =>
        Assert.Equal(new Figure(5, Unit.Jobs), Read<Figure>("""{"value":5,"unit":"jobs"}"""));

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, DomainJson.Options)!;
}
