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
    public void Any_valid_plan_is_equal_after_writing_and_reading_and_its_file_byte_for_byte() =>
        Prop.ForAll(Arb.From(RandomPlan.Any), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void The_example_with_its_plain_strings_and_bare_numbers_is_equal_after_writing_and_reading() =>
        Holds(Example.Read(Example.File).Plan!);

    [Fact]
    public void A_show_of_500_launches_on_60_sites_reads_within_a_second_and_round_trips()
    {
        var bytes = PlanWriter.Write(Large(60, 500));
        PlanReader.Read(bytes);
        var watch = Stopwatch.StartNew();
        var plan = PlanReader.Read(bytes).Plan!;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        Assert.Equal((60, 500), (plan.Sites.Length, plan.Launches.Length));
        Holds(plan);
    }

    [Fact]
    public void The_most_sites_and_launches_with_names_of_usual_length_fit_in_a_file() =>
        Holds(Large(PlanLimits.MaxSites, PlanLimits.MaxLaunches));

    [Fact]
    public void A_file_is_readable_by_people()
    {
        var file = Encoding.UTF8.GetString(PlanWriter.Write(Example.Read(Example.File).Plan!));
        Assert.Contains("\n  \"title\": {\"en\":\"Example\",\"ru\":\"Пример\",\"kk\":\"Мысал\"},\n", file);
        Assert.Contains("\n  \"plannedStart\": \"2021-09-28T10:00:00+06:00\",\n", file);
        Assert.DoesNotContain("\r", file);
        Assert.EndsWith("}\n", file);
    }

    private static void Holds(TeleconferencePlan plan)
    {
        var bytes = PlanWriter.Write(plan);
        var result = PlanReader.Read(bytes);
        Assert.Empty(result.Errors);
        // Lists in records compare by reference, so plans are compared by all that they hold.
        Assert.Equal(Everything(plan), Everything(result.Plan!));
        Assert.Equal(bytes, PlanWriter.Write(result.Plan!));

        static string Everything(TeleconferencePlan plan) => JsonSerializer.Serialize(plan, DomainJson.Options);
    }

    internal static TeleconferencePlan Large(int sites, int launches)
    {
        var keys = RegionSets.Get("2018").Regions;
        var text = new Text("A plant of the usual kind", "Обычный завод среднего размера", "Орташа көлемді кәдімгі зауыт");
        return new("large", text, null, "2018", new(text, "Asia/Almaty"), false, null, null, null,
            [new("any", text)],
            [.. Enumerable.Range(0, sites).Select(i => new PlannedSite($"site-{i}", text, keys[i % keys.Length].Key, Basis.Stated, text, "Asia/Almaty"))],
            [.. Enumerable.Range(0, launches).Select(i => new PlannedLaunch($"launch-{i}", text, text, $"site-{i % sites}", keys[i % keys.Length].Key,
                Basis.Place, "any", Basis.Description, new(1_000_000_000L + i, Unit.Tenge), new(i, Unit.Jobs, Qualifier.About), SourceStatus.Planned))],
            [],
            [.. Enumerable.Range(0, launches).Select(i => new PlannedSegment($"segment-{i}", SegmentKind.Launch, text, 60, $"site-{i % sites}", [$"launch-{i}"]))],
            []);
    }
}
