namespace IndustrialMap.Live.Architecture.Tests;

/// <summary>Files that fit in a head, and lines that fit on a screen.</summary>
public class SizesOfFiles
{
    private const int MostLines = 300;

    /// <summary>Written by `npm run wire` from the server's own description.</summary>
    private const string Generated = "src/web/lib/api/wire.ts";

    [Fact]
    public void No_source_file_passes_300_lines() => Assert.Empty(
        from file in Sources.Files("src", ".cs", ".ts", ".svelte", ".css", ".html", ".sql")
        where file != Generated
        let lines = Sources.Lines(file).Length
        where lines > MostLines
        select $"{file} has {lines} lines");

    [Fact]
    public void Most_source_files_are_under_60_lines()
    {
        int[] lengths = [.. Sources.Files("src", ".cs", ".ts", ".svelte").Where(file => file != Generated).Select(file => Sources.Lines(file).Length)];
        Assert.InRange(lengths.Count(length => length < 60), lengths.Length / 2 + 1, lengths.Length);
    }
}
