using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Server.CommandLine;

/// <summary>What the program does with a log as such: writes it down, and says whether it is whole. Both also beside a running server.</summary>
internal static class LogCommands
{
    internal static Task<int> Export(string id, IReadOnlyDictionary<string, string?> settings) => WithLog(id, settings, async (journal, head) =>
    {
        await using var output = Console.OpenStandardOutput();
        await LogFileWriter.Write(output, head, journal.ReadAll(id));
        return 0;
    });

    /// <param name="idOrFile">What is there as a file is one.</param>
    /// <param name="seal">A seal that was kept; null: none.</param>
    /// <returns>1 if the log is not whole, or cannot be read.</returns>
    internal static async Task<int> Verify(string idOrFile, string? seal, IReadOnlyDictionary<string, string?> settings)
    {
        if (seal is not null && !KeptSeal.TryParse(seal, out _))
        {
            await CliCommands.Complain($"--seal: \"{seal}\" is no seal. Write seq, hyphen, and 16 to 64 hex digits, as /api/teleconferences/ID/seal gives them.");
            return 2;
        }
        var kept = KeptSeal.TryParse(seal, out var parsed) ? parsed : null;
        if (!File.Exists(idOrFile))
            return await WithLog(idOrFile, settings, async (journal, head) =>
                await Tell(await LogVerification.Of(idOrFile, head.SealedFrom, journal.ReadAll(idOrFile), kept)));
        try
        {
            await using var file = File.OpenRead(idOrFile);
            var reader = await LogFileReader.Open(file);
            return await Tell(await LogVerification.Of(reader.Log, reader.SealedFrom, reader.Events(), kept));
        }
        catch (LogFileException notALog)
        {
            return await CliCommands.Complain($"{idOrFile}: {notALog.Message}");
        }
    }

    private static Task<int> Tell(LogVerification found) => found.Damage is null ? CliCommands.Say(found.Sentence) : CliCommands.Complain(found.Sentence);

    private static Task<int> WithLog(string id, IReadOnlyDictionary<string, string?> settings, Func<IJournal, StreamHead, Task<int>> work) =>
        CliCommands.With(settings, async app =>
        {
            var journal = app.Services.GetRequiredService<IJournal>();
            var head = (await journal.Streams()).FirstOrDefault(head => head.Stream == id);
            return head is null ? await CliCommands.Complain($"There is no log \"{id}\", and no file of that name.") : await work(journal, head);
        });
}
