// Measures the console, and prints Markdown tables for README.md. To repeat it, on a machine that does nothing else:
//
//   dotnet run -c Release --project tests/IndustrialMap.Live.Benchmarks             everything, some minutes
//   dotnet run -c Release --project tests/IndustrialMap.Live.Benchmarks -- answer   one part: answer, grains, screen, azure, cluster, start, page
//
// It needs what the console needs (.NET 10 and Node.js), for the parts azure and cluster tests/Azurite's packages, and for the page Chromium: /usr/bin/chromium, or the file that
// the variable CHROMIUM names. All it writes lies beside the built program and goes at the end, so the disk that is
// measured is the one of this folder.
//
// The variable BEFORE may name another build of the server, by its IndustrialMap.Live.Server.dll: its answers over HTTP and its
// starts are then measured in turns with this one's.
//
// Nothing is asserted: times belong to a machine and an hour. Where two things are compared they take turns within one
// run, so that whatever else the machine does meets both, and the comparison is given as a ratio. Percentiles are by
// nearest rank over all samples; "rounds" are the least, middle and greatest of the rounds' own medians.
using IndustrialMap.Live.Benchmarks;

var parts = new (string Name, Func<Report, Task> Measure)[]
{
    ("answer", DurableAnswer.Measure),
    ("grains", GrainCalls.Measure),
    ("screen", AnswerToScreen.Measure),
    ("azure", AzureAppends.Measure),
    ("cluster", AcrossServers.Measure),
    ("start", StartToReady.Measure),
    ("page", FirstLoad.Measure),
};
if (args.FirstOrDefault(arg => parts.All(part => part.Name != arg)) is { } unknown)
{
    Console.Error.WriteLine($"There is no part \"{unknown}\": {string.Join(", ", parts.Select(part => part.Name))}.");
    return 2;
}

var report = new Report();
try
{
    foreach (var (name, measure) in parts.Where(part => args.Length == 0 || args.Contains(part.Name)))
    {
        Console.Error.WriteLine($"measuring: {name}");
        await measure(report);
    }
}
finally
{
    Place.Clean();
}
report.Print();
return 0;
