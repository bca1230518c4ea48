namespace IndustrialMap.Live.Scripts.Reading;

/// <summary>The known word that somebody probably meant.</summary>
internal static class Nearest
{
    private const int LongestWord = 64;

    /// <returns>Empty if no word is near: a guess that is far off helps nobody.</returns>
    public static string To(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord) return "";
        var farthest = Math.Max(1, word.Length / 3);
        return known.Where(other => Math.Abs(other.Length - word.Length) <= farthest)
            .Select(other => (other, distance: Distance(word, other)))
            .Where(candidate => candidate.distance <= farthest)
            .MinBy(candidate => candidate.distance).other ?? "";
    }

    /// <summary>How many letters have to be added, taken out or exchanged; upper and lower case are the same.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var exchanged = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
