namespace IndustrialMap.Live.Grains.Tests;

/// <summary>One thread at a time, as a grain has.</summary>
internal static class Alone
{
    internal static TaskFactory Turns() => new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    internal static Task Run(Func<Task> work) => Turns().StartNew(work).Unwrap();
}
