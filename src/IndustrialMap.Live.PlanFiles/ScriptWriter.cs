using System.Buffers;
using System.Globalization;
using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>
/// Writes a script as the file that <see cref="ScriptReader"/> reads: the same script always as the same bytes. What is
/// the default in the format is left out, but for figures, where null says "not stated".
/// </summary>
public static class ScriptWriter
{
    /// <returns>UTF-8 without a byte order mark, with a line feed at the end.</returns>
    public static byte[] Write(Script script)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, ScriptParts.Indented)) Write(json, script);
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Script script)
    {
        json.WriteStartObject();
        json.WriteString("format", ScriptLimits.Format);
        json.WriteString("id", script.Id);
        json.WriteText("title", script.Title);
        if (script.Date is { } date) json.WriteString("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("regionSet", script.RegionSet);
        json.WriteStartObject("studio");
        json.WriteText("place", script.Studio.Place);
        json.WriteString("timeZone", script.Studio.TimeZone);
        json.WriteEndObject();
        if (script.IllustrativeOrder) json.WriteBoolean("illustrativeOrder", true);
        if (script.PlannedStart is { } start) json.WriteString("plannedStart", start.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        if (script.Baseline is { } baseline) Write(json, baseline);
        if (script.Facilities is { } facilities) Write(json, facilities);
        json.WriteList("sectors", script.Sectors, sector =>
        {
            json.WriteString("key", sector.Key);
            json.WriteText("name", sector.Name);
        });
        var sites = script.Sites.ToDictionary(site => site.Id);
        json.WriteList("sites", script.Sites, site => Write(json, site));
        json.WriteList("launches", script.Launches, launch => Write(json, launch, sites[launch.Site]), evenIfEmpty: true);
        json.WriteList("reported", script.Reported, reported => Write(json, reported));
        json.WriteList("segments", script.Segments, segment => Write(json, segment));
        json.WriteStrings("sources", script.Sources);
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

    private static void Write(Utf8JsonWriter json, SiteScript site)
    {
        json.WriteString("id", site.Id);
        json.WriteText("name", site.Name);
        json.WriteString("region", site.Region);
        json.WriteUnlessStated("regionBasis", site.RegionBasis);
        json.WriteText("place", site.Place);
        json.WriteString("timeZone", site.TimeZone);
    }

    private static void Write(Utf8JsonWriter json, LaunchScript launch, SiteScript site)
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
        if (launch.SourceStatus is { } status) json.WriteString("sourceStatus", Words<SourceStatus>.Of(status));
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

    private static void Write(Utf8JsonWriter json, SegmentScript segment)
    {
        json.WriteString("id", segment.Id);
        json.WriteString("kind", Words<SegmentKind>.Of(segment.Kind));
        json.WriteText("title", segment.Title);
        json.WriteNumber("plannedSeconds", segment.PlannedSeconds);
        if (segment.Site is not null) json.WriteString("site", segment.Site);
        json.WriteStrings("launches", segment.Launches);
    }
}
