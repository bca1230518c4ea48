using System.Buffers.Binary;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>A log folded as far as it was followed. It never changes but by <see cref="Take"/>; for one caller at a time.</summary>
internal sealed class FollowedLog
{
    /// <summary>The beginning of each seal, by seq, to tell for every place whether it is one of this log: 8 bytes an event.</summary>
    private readonly List<ulong> seals = [];

    internal Teleconference State { get; private set; } = Teleconference.Initial;

    /// <summary>The newest event; null before the first.</summary>
    internal FollowedEvent? Newest { get; private set; }

    internal Place Place => Newest?.Place ?? Place.Start;

    internal bool Has(Place place) => place == Place.Start
        || (place.Seq <= seals.Count && Place.At(place.Seq, Bytes(seals[(int)place.Seq - 1])) == place);

    /// <returns>Those of the events that are new here, which may be none.</returns>
    /// <exception cref="InvalidOperationException">The events do not follow what is here.</exception>
    internal IReadOnlyList<FollowedEvent> Take(IReadOnlyList<FollowedEvent> events)
    {
        FollowedEvent[] news = [.. events.SkipWhile(one => one.Envelope.Seq <= State.Seq)];
        State = news.Aggregate(State, (state, one) => state.Apply(one.Envelope));
        foreach (var one in news) seals.Add(BinaryPrimitives.ReadUInt64BigEndian(one.Seal.Span));
        if (news.Length > 0) Newest = news[^1];
        return news;
    }

    private static byte[] Bytes(ulong seal)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, seal);
        return bytes;
    }
}
