namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>The known word that somebody probably meant.</summary>
internal static class SpellingSuggester
{
    private const int MaxWordLength = 64;

    /// <returns>Empty if no word is near: a guess that is far off helps nobody.</returns>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        if (word.Length > MaxWordLength) return "";
        var farthest = Math.Max(1, word.Length / 3);
        return known.Where(other => Math.Abs(other.Length - word.Length) <= farthest)
            .Select(other => (other, distance: Distance(word, other)))
            .Where(candidate => candidate.distance <= farthest)
            .DefaultIfEmpty((other: "", distance: 0))
            .MinBy(candidate => candidate.distance).other;
    }

    /// <summary>
    /// How many letters have to be added, taken out, exchanged, or swapped with the next one; upper and lower case are
    /// the same (optimal string alignment).
    /// </summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var least = Math.Min(cost[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1), 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                var swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
                cost[i, j] = swapped ? Math.Min(least, 1 + cost[i - 2, j - 2]) : least;
            }
        }
        return cost[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
