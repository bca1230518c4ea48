using System.Collections.Concurrent;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// Of warnings and errors of one kind one line a minute is logged; the next says how many were left out between. What visitors
/// send badly, the framework's own complaints too, thus never fills the log or the disk.
/// </summary>
internal sealed class RepeatedLines(ILoggerFactory inner, TimeProvider clock) : ILoggerFactory
{
    private const int MaxKinds = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Kind, Seen> kinds = new();

    public ILogger CreateLogger(string categoryName) => new Line(inner.CreateLogger(categoryName), categoryName, this);
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);
    public void Dispose() => inner.Dispose();

    /// <returns>How many of the kind were left out since the last; null: leave this one out too.</returns>
    private int? Next(Kind kind)
    {
        // Kinds are lines of the program, and so are few; a library that writes its values into them is kept from filling the memory.
        if (kinds.Count > MaxKinds) kinds.Clear();
        return kinds.GetOrAdd(kind, _ => new()).Next(clock);
    }

    /// <param name="Words">With names in the place of values.</param>
    private readonly record struct Kind(string Category, int EventId, string? Words);

    private sealed class Seen
    {
        private long? last;
        private int leftOut;

        internal int? Next(TimeProvider clock)
        {
            lock (this)
            {
                if (last is { } before && clock.GetElapsedTime(before) < Interval)
                {
                    leftOut++;
                    return null;
                }
                last = clock.GetTimestamp();
                var between = leftOut;
                leftOut = 0;
                return between;
            }
        }
    }

    private sealed class Line(ILogger logger, string category, RepeatedLines lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => logger.BeginScope(state);
        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel < LogLevel.Warning || !IsEnabled(logLevel))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
                return;
            }
            var words = (state as IEnumerable<KeyValuePair<string, object?>>)?.LastOrDefault(pair => pair.Key == "{OriginalFormat}").Value as string;
            // A line that is one value is a sentence made elsewhere, about this log or that: each is a kind of its own.
            if (words is ['{', .., '}'] && words.IndexOf('}', StringComparison.Ordinal) == words.Length - 1) words = formatter(state, exception);
            if (lines.Next(new(category, eventId.Id, words)) is not { } leftOut) return;
            logger.Log(logLevel, eventId, state, exception, leftOut == 0 ? formatter : (s, e) => $"{formatter(s, e)} (and {leftOut} more like this since the last)");
        }
    }
}
