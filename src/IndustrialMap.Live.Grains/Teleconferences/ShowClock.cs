using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// The time of a show's events. The wall clock says what time it is, the steady one how long ago something was; where the
/// two part by more than <see cref="ClockRules.Tolerance"/>, somebody set the wall clock. For one caller at a time.
/// </summary>
internal sealed class ShowClock
{
    private readonly TimeProvider time;
    private ClockReading inStep;
    private DateTimeOffset newest = DateTimeOffset.MinValue;

    internal ShowClock(TimeProvider time) => (this.time, inStep) = (time, Read(time));

    /// <summary>To the millisecond, as the journal keeps it; for clocks in step never earlier than the event before.</summary>
    internal DateTimeOffset Now
    {
        get
        {
            var now = Read(time).Wall;
            return now < newest && newest - now <= ClockRules.Tolerance ? newest : now;
        }
    }

    /// <summary>The time of the show without a step that no event tells yet: what whoever follows it is told.</summary>
    internal DateTimeOffset InStep => inStep.Wall + time.GetElapsedTime(inStep.Steady);

    /// <summary>
    /// By how much the wall clock was set since the two were in step. Null if it was not. While a server was down nobody could
    /// see it being set; that it shows less than the newest event tells at least that much.
    /// </summary>
    internal TimeSpan? Step
    {
        get
        {
            var (then, now) = (inStep, Read(time));
            var step = now.Wall - then.Wall - time.GetElapsedTime(then.Steady, now.Steady);
            return step.Duration() > ClockRules.Tolerance ? step : null;
        }
    }

    /// <summary>Takes in what was stored: a step that is in the log is none any more, whoever saw it.</summary>
    internal void Accept(EventEnvelope last, bool withStep)
    {
        newest = last.OccurredAt;
        if (withStep) inStep = Read(time);
    }

    /// <summary>After the log was read for the first time.</summary>
    /// <param name="heard">
    /// What this server heard of the ledger's time while that was elsewhere: where this server's clock shows something else, the ledger
    /// has moved between two clocks, and that is a step like any other. Null: nothing.
    /// </param>
    internal void Begin(ClockReading? heard)
    {
        if (heard is null) Synchronize();
        else inStep = heard;
    }

    /// <summary>The clocks are in step from here on: after a step that no show has to leave out.</summary>
    internal void Synchronize()
    {
        var now = Read(time);
        inStep = newest - now.Wall > ClockRules.Tolerance ? now with { Wall = newest } : now;
    }

    private static ClockReading Read(TimeProvider time) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()), time.GetTimestamp());
}
