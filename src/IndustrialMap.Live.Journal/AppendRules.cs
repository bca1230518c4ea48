namespace IndustrialMap.Live.Journal;

/// <summary>What every journal asks of the events that it is to append.</summary>
public static class AppendRules
{
    /// <returns>The ids of the events' commands, each once, in order.</returns>
    /// <exception cref="ArgumentException">
    /// There is no event, the events of one command do not stand together, a hash is not one, or there are too many commands.
    /// </exception>
    public static IReadOnlyList<string> CommandIds(IReadOnlyList<NewEvent> events, int maxCommands)
    {
        if (events.Count == 0) throw new ArgumentException("An append has at least one event.", nameof(events));
        var ids = events.Select(e => e.CommandId).Where((id, i) => i == 0 || id != events[i - 1].CommandId).ToList();
        if (events.Any(e => e.CommandHash.Length is not (0 or Seal.Length)))
            throw new ArgumentException($"A command's hash has {Seal.Length} bytes, or none.", nameof(events));
        if (ids.Distinct().Count() != ids.Count)
            throw new ArgumentException("Events of one command stand together.", nameof(events));
        if (ids.Count > maxCommands)
            throw new ArgumentException($"An append holds {maxCommands} commands at the most, and these are {ids.Count}.", nameof(events));
        return ids;
    }
}
