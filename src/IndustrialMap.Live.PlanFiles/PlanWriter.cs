using System.Buffers;
using System.Globalization;
using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>
/// Writes a plan as the file that <see cref="PlanReader"/> reads, in the oldest version of the format that can hold it: the same
/// plan always as the same bytes. What is the default in the format is left out, but for figures, where null says "not stated".
/// </summary>
public static class PlanWriter
{
    /// <returns>UTF-8 without a byte order mark, with a line feed at the end.</returns>
    public static byte[] Write(TeleconferencePlan plan)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, PlanJsonWriter.Indented)) Write(json, plan);
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, TeleconferencePlan plan)
    {
        json.WriteStartObject();
        json.WriteString("format", PlanFormat.NameOf(plan.FormatVersion()));
        json.WriteString("id", plan.Id);
        json.WriteText("title", plan.Title);
        if (plan.Date is { } date) json.WriteString("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("regionSet", plan.RegionSet);
        json.WriteStartObject("studio");
        json.WriteText("place", plan.Studio.Place);
        json.WriteString("timeZone", plan.Studio.TimeZone);
        json.WriteEndObject();
        if (plan.IllustrativeOrder) json.WriteBoolean("illustrativeOrder", true);
        if (plan.PlannedStart is { } start) json.WriteString("plannedStart", start.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        json.WriteOptional("confirmationSeconds", plan.ConfirmationSeconds);
        if (plan.Baseline is { } baseline) Write(json, baseline);
        if (plan.Facilities is { } facilities) Write(json, facilities);
        json.WriteList("sectors", plan.Sectors, sector =>
        {
            json.WriteString("key", sector.Key);
            json.WriteText("name", sector.Name);
        });
        var sites = plan.Sites.ToDictionary(site => site.Id);
        json.WriteList("sites", plan.Sites, site => Write(json, site));
        json.WriteList("launches", plan.Launches, launch => Write(json, launch, sites[launch.Site]), evenIfEmpty: true);
        json.WriteList("reported", plan.Reported, reported => Write(json, reported));
        json.WriteList("segments", plan.Segments, segment => Write(json, segment));
        json.WriteStrings("sources", plan.Sources);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Baseline baseline)
    {
        json.WriteStartObject("baseline");
        json.WriteText("label", baseline.Label);
        json.WriteFigure("projects", baseline.Projects);
        json.WriteFigure("tenge", baseline.Tenge);
        json.WriteFigure("jobs", baseline.Jobs);
        if (baseline.ApartFromToday is { } apart) json.WriteBoolean("apartFromToday", apart);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Facilities facilities)
    {
        json.WriteStartObject("facilities");
        json.WriteNumber("count", facilities.Count);
        json.WriteNumber("notNamedLeast", facilities.NotNamedLeast);
        json.WriteNumber("notNamedMost", facilities.NotNamedMost);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlannedSite site)
    {
        json.WriteString("id", site.Id);
        json.WriteText("name", site.Name);
        json.WriteString("region", site.Region);
        json.WriteUnlessStated("regionBasis", site.RegionBasis);
        json.WriteText("place", site.Place);
        json.WriteString("timeZone", site.TimeZone);
    }

    private static void Write(Utf8JsonWriter json, PlannedLaunch launch, PlannedSite site)
    {
        json.WriteString("id", launch.Id);
        json.WriteText("name", launch.Name);
        json.WriteText("company", launch.Company);
        json.WriteString("site", launch.Site);
        if ((launch.Region, launch.RegionBasis) != (site.Region, site.RegionBasis))
        {
            json.WriteString("region", launch.Region);
            json.WriteUnlessStated("regionBasis", launch.RegionBasis);
        }
        json.WriteSector(launch.Sector, launch.SectorBasis);
        json.WriteFigure("tenge", launch.Tenge);
        json.WriteFigure("jobs", launch.Jobs);
        if (launch.SourceStatus is { } status) json.WriteString("sourceStatus", EnumNames<SourceStatus>.Of(status));
        json.WriteOptional("confirmationSeconds", launch.ConfirmationSeconds);
    }

    private static void Write(Utf8JsonWriter json, ReportedLaunch reported)
    {
        json.WriteString("id", reported.Id);
        json.WriteText("name", reported.Name);
        json.WriteText("company", reported.Company);
        json.WriteString("region", reported.Region);
        json.WriteUnlessStated("regionBasis", reported.RegionBasis);
        json.WriteText("place", reported.Place);
        json.WriteSector(reported.Sector, reported.SectorBasis);
    }

    private static void Write(Utf8JsonWriter json, PlannedSegment segment)
    {
        json.WriteString("id", segment.Id);
        json.WriteString("kind", EnumNames<SegmentKind>.Of(segment.Kind));
        json.WriteText("title", segment.Title);
        json.WriteNumber("plannedSeconds", segment.PlannedSeconds);
        if (segment.FixedStart is { } start) json.WriteString("fixedStart", start.ToString(start.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture));
        if (segment.Site is not null) json.WriteString("site", segment.Site);
        json.WriteStrings("launches", segment.Launches);
    }
}
