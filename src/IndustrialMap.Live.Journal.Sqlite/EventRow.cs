namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>A row of the table events, as Read.sql names its columns.</summary>
internal sealed record EventRow(
    string Stream, long Seq, string CommandId, byte[] CommandHash, long At, byte[] By, string Type, byte[] Data, byte[] Seal)
{
    public RecordedEvent ToEvent() => new(Stream, Seq, CommandId, CommandHash, Time(At), By, Type, Data, Seal);

    public NewEvent ToNewEvent() => new(CommandId, CommandHash, Time(At), By, Type, Data);

    /// <summary>A damaged row may hold what is no time. It is for its seal to say so, and not for the calendar.</summary>
    internal static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(
        Math.Clamp(at, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
}
