using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>
/// One decider that knows the whole show, plays the commands in the order in which the log has admitted them, and says whether the
/// log and every answer are what it would have written.
/// </summary>
internal sealed class PlainDecider
{
    /// <summary>Before the id of a command whose refusal is in the log.</summary>
    private const string Refusal = "refused/";

    private readonly Dictionary<string, CommandEnvelope> accepted = [];
    private readonly List<(CommandEnvelope Sent, CommandAnswer Answer)> answers = [];

    /// <summary>What was sent, and how it was answered in the end.</summary>
    internal void Note(CommandEnvelope sent, CommandAnswer answer)
    {
        lock (answers)
        {
            answers.Add((sent, answer));
            if (answer.Refusal is null) accepted.TryAdd(sent.CommandId, sent);
        }
    }

    internal int Refused => answers.Count(pair => pair.Answer.Refusal is not null);

    internal async Task<Teleconference> Check(IJournal journal)
    {
        var log = await new LogReader(journal, Show.Id).ReadOn();
        var (state, states, answered) = (Teleconference.Initial, new List<Teleconference> { Teleconference.Initial }, new Dictionary<string, AnsweredCommand>());
        foreach (var command in Together(log))
        {
            var (id, by, events) = (command[0].Recorded.CommandId, command[0].Envelope.Actor, command.Select(read => read.Envelope.Event).ToArray());
            Assert.False(answered.ContainsKey(id), $"{id} is in the log twice.");
            if (accepted.GetValueOrDefault(id) is { } sent) Assert.Equal(Kept(state.Decide(sent.Command, sent.Actor), sent.Actor), Text(events));
            // What nobody sent, the server itself has reported.
            else if (id.StartsWith(Refusal, StringComparison.Ordinal)) Assert.Contains(Text(events), RefusedUnder(id, by, state));
            else Assert.True(state.Seq == 0 || by.Role == Role.Server, $"Nobody sent {Text(events)}.");
            foreach (var read in command) states.Add(state = state.Apply(read.Envelope));
            answered[id] = new(by, command[0].Recorded.CommandHash, state.Seq);
        }
        foreach (var (sent, answer) in answers) Check(sent, answer, states, answered);
        return state;
    }

    /// <summary>What the refusals of the commands with that id, by the same person, leave in the log.</summary>
    private IEnumerable<string> RefusedUnder(string id, Actor by, Teleconference state) => answers
        .Where(pair => pair.Sent.CommandId == id[Refusal.Length..] && pair.Sent.Actor == by)
        .Select(pair => state.Decide(pair.Sent.Command, by))
        .Where(decision => decision.Refusal is not null)
        .Select(decision => Text(decision.Events));

    private static void Check(
        CommandEnvelope sent, CommandAnswer answer, List<Teleconference> states, Dictionary<string, AnsweredCommand> answered)
    {
        var (id, command, actor, hash) = sent;
        if (answered.GetValueOrDefault(id) is { } before && before.Seq <= answer.Seq)
        {
            Assert.Equal(before.Judge(actor, hash.Span), answer.Refusal);
            if (answer.Refusal is null) Assert.Equal(before.Seq, answer.Seq);
            return;
        }
        var decision = states[(int)answer.Seq].Decide(command, actor);
        Assert.NotNull(answer.Refusal);
        Assert.Equal(
            JsonSerializer.Serialize(decision.Refusal),
            JsonSerializer.Serialize(new Domain.Refusal(answer.Refusal.Value, answer.State, answer.Launches, answer.ChangedBy)));
    }

    private static IEnumerable<ReadEvent[]> Together(IReadOnlyList<ReadEvent> log)
    {
        for (var i = 0; i < log.Count;)
        {
            var command = log.Skip(i).TakeWhile(read => read.Recorded.CommandId == log[i].Recorded.CommandId).ToArray();
            yield return command;
            i += command.Length;
        }
    }

    private static string Kept(Decision decision, Actor by)
    {
        Assert.Null(decision.Refusal);
        return Text(decision.Kept(by));
    }

    private static string Text(IEnumerable<TeleconferenceEvent> events) => JsonSerializer.Serialize(events, DomainJson.Options);
}
