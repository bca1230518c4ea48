using System.Text;

namespace IndustrialMap.Live.PlanFiles.Tests;

/// <summary>A small valid file in which every field occurs; a test changes one place of it.</summary>
internal static class Example
{
    public const string File = """
        {
          "format": "industrialmap.live/teleconference/2",
          "id": "example",
          "title": {"en": "Example", "ru": "Пример", "kk": "Мысал"},
          "date": "2021-09-28",
          "regionSet": "2018",
          "studio": {"place": "Studio", "timeZone": "Asia/Almaty"},
          "illustrativeOrder": true,
          "plannedStart": "2021-09-28T10:00:00+06:00",
          "confirmationSeconds": 120,
          "baseline": {"label": "Before", "projects": 127, "tenge": {"value": 1900, "qualifier": "about"}, "jobs": {"value": 10000, "qualifier": "more_than"}, "apartFromToday": false},
          "facilities": {"count": 25, "notNamedLeast": 8, "notNamedMost": 13},
          "sectors": [{"key": "food", "name": "Food"}, {"key": "roads", "name": "Roads"}],
          "sites": [
            {"id": "north", "name": "North", "region": "SEV", "regionBasis": "place", "place": "Petropavlovsk"},
            {"id": "west", "name": "West", "region": "MAN", "timeZone": "Asia/Aqtau"},
            {"id": "nowhere", "name": "Nowhere", "region": null}
          ],
          "launches": [
            {"id": "dairy", "name": "Dairy plant", "company": "Milk", "site": "north", "sector": "food", "sectorBasis": "description", "tenge": {"value": 145000000000}, "jobs": {"value": 381, "qualifier": "exact"}, "sourceStatus": "planned", "confirmationSeconds": 45},
            {"id": "road", "name": {"ru": "Дорога"}, "site": "west", "region": "ATY", "sector": "roads", "tenge": null, "jobs": 45},
            {"id": "lab", "name": "Laboratory", "site": "nowhere"}
          ],
          "reported": [{"id": "mine", "name": "Mine", "company": "Ore", "region": "KUS", "regionBasis": "stated", "place": "Kachar", "sector": "food", "sectorBasis": "public_fact"}],
          "segments": [
            {"id": "opening", "kind": "speech", "title": "Opening", "plannedSeconds": 300},
            {"id": "one", "kind": "launch", "plannedSeconds": 200, "fixedStart": "10:05", "site": "north", "launches": ["dairy"]},
            {"id": "two", "kind": "launch", "plannedSeconds": 86400, "launches": ["road", "lab"]}
          ],
          "sources": ["A newspaper"]
        }
        """;

    /// <summary>The file with one place changed; that place must occur exactly once.</summary>
    public static string With(string was, string becomes)
    {
        Assert.Equal(2, File.Split(was).Length);
        return File.Replace(was, becomes);
    }

    public static PlanReadResult Read(string file) => PlanReader.Read(Encoding.UTF8.GetBytes(file));

    /// <summary>The line and column, both from 1, of a place that occurs exactly once in an ASCII line.</summary>
    public static (int Line, int Column) PlaceOf(string file, string what)
    {
        var before = file[..file.IndexOf(what, StringComparison.Ordinal)];
        return (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
