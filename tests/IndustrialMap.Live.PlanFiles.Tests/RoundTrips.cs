using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class RoundTrips
{
    [Fact]
    public void Any_valid_script_is_equal_after_writing_and_reading_and_its_file_byte_for_byte() =>
        Prop.ForAll(Arb.From(RandomScript.Any), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void The_example_with_its_plain_strings_and_bare_numbers_is_equal_after_writing_and_reading() =>
        Holds(Example.Read(Example.File).Script!);

    [Fact]
    public void A_show_of_500_launches_on_60_sites_reads_within_a_second_and_round_trips()
    {
        var bytes = ScriptWriter.Write(Large(60, 500));
        ScriptReader.Read(bytes);
        var watch = Stopwatch.StartNew();
        var script = ScriptReader.Read(bytes).Script!;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        Assert.Equal((60, 500), (script.Sites.Length, script.Launches.Length));
        Holds(script);
    }

    [Fact]
    public void The_most_sites_and_launches_with_names_of_usual_length_fit_in_a_file() =>
        Holds(Large(ScriptLimits.MostSites, ScriptLimits.MostLaunches));

    [Fact]
    public void A_file_is_readable_by_people()
    {
        var file = Encoding.UTF8.GetString(ScriptWriter.Write(Example.Read(Example.File).Script!));
        Assert.Contains("\n  \"title\": {\"en\":\"Example\",\"ru\":\"Пример\",\"kk\":\"Мысал\"},\n", file);
        Assert.Contains("\n  \"plannedStart\": \"2021-09-28T10:00:00+06:00\",\n", file);
        Assert.DoesNotContain("\r", file);
        Assert.EndsWith("}\n", file);
    }

    private static void Holds(Script script)
    {
        var bytes = ScriptWriter.Write(script);
        var result = ScriptReader.Read(bytes);
        Assert.Empty(result.Errors);
        // Lists in records compare by reference, so scripts are compared by all that they hold.
        Assert.Equal(Everything(script), Everything(result.Script!));
        Assert.Equal(bytes, ScriptWriter.Write(result.Script!));

        static string Everything(Script script) => JsonSerializer.Serialize(script, DomainJson.Options);
    }

    internal static Script Large(int sites, int launches)
    {
        var keys = RegionSets.Get("2018").Regions;
        var text = new Text("A plant of the usual kind", "Обычный завод среднего размера", "Орташа көлемді кәдімгі зауыт");
        return new("large", text, null, "2018", new(text, "Asia/Almaty"), false, null, null, null,
            [new("any", text)],
            [.. Enumerable.Range(0, sites).Select(i => new SiteScript($"site-{i}", text, keys[i % keys.Length].Key, Basis.Stated, text, "Asia/Almaty"))],
            [.. Enumerable.Range(0, launches).Select(i => new LaunchScript($"launch-{i}", text, text, $"site-{i % sites}", keys[i % keys.Length].Key,
                Basis.Place, "any", Basis.Description, new(1_000_000_000L + i, Unit.Tenge), new(i, Unit.Jobs, Qualifier.About), SourceStatus.Planned))],
            [],
            [.. Enumerable.Range(0, launches).Select(i => new SegmentScript($"segment-{i}", SegmentKind.Launch, text, 60, $"site-{i % sites}", [$"launch-{i}"]))],
            []);
    }
}
