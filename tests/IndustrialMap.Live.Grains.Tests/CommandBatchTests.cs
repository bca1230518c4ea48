using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>What the ledger admits: pure.</summary>
public class CommandBatchTests
{
    private static readonly DateTimeOffset Now = new(2021, 9, 28, 5, 0, 0, TimeSpan.Zero);
    private static readonly Teleconference Live = new[] { Teleconference.Drafted(Show.Plan), new TeleconferenceStarted() }
        .Aggregate(Teleconference.Initial, (state, next) => state.Apply(new(state.Seq + 1, Now, Show.Anna, next)));

    private readonly Dictionary<string, AnsweredCommand> answered = [];
    private readonly OldBuild builds = new();

    [Fact]
    public void What_was_decided_on_the_slice_that_is_there_is_stored_and_answered_with_its_place()
    {
        var batch = Batch();
        var answer = batch.Admit(Called("a", Slice.Seq), Slice.Seq);
        Assert.Equal(new CommandAnswer("a", Live.Seq + 1), answer);
        Assert.Equal(new LaunchCalled(Show.Cans), Assert.Single(batch.Events).Event);
        Assert.Equal("a", Assert.Single(batch.ToStore).CommandId);
        Assert.Equal(LaunchState.Called, batch.State.Launch(Show.Cans)!.State);
    }

    /// <summary>While the servers of a cluster are replaced by those of a newer build.</summary>
    [Fact]
    public void What_a_server_of_an_older_build_could_not_read_is_refused_and_may_be_sent_again_once_all_can()
    {
        builds.Unread = typeof(LaunchCalled);
        var batch = Batch();
        Assert.Equal(new CommandAnswer("a", Live.Seq, RefusalCode.UpgradeUnderWay), batch.Admit(Called("a", Slice.Seq), Slice.Seq));
        Assert.Equal(RefusalCode.UpgradeUnderWay, batch.Decide(CommandEnvelope.Of("b", new CallLaunch(Show.Cans), Show.Anna)).Refusal);
        Assert.Empty(batch.Events);
        Assert.Empty(batch.Accepted);
        builds.Unread = null;
        Assert.Null(Batch().Admit(Called("a", Slice.Seq), Slice.Seq)!.Refusal);
    }

    /// <summary>One that does not know an event.</summary>
    private sealed class OldBuild : IClusterBuilds
    {
        internal Type? Unread { get; set; }

        public bool CanRead(TeleconferenceEvent @event) => @event.GetType() != Unread;

        public bool CanRead(Command command) => true;
    }

    [Fact]
    public void What_was_decided_on_another_slice_is_not_admitted_and_nothing_is_stored()
    {
        var batch = Batch();
        foreach (var seq in new long?[] { null, Slice.Seq - 1, Slice.Seq + 1 }) Assert.Null(batch.Admit(Called("a", seq), Slice.Seq));
        Assert.Null(batch.Admit(Called("a", Slice.Seq), null));
        Assert.Null(batch.Admit(new("a", default, Show.Anna, Slice.Seq - 1, RefusalCode.LaunchNotPlanned), Slice.Seq));
        Assert.Empty(batch.Events);
        Assert.Same(Live, batch.State);
    }

    [Fact]
    public void Of_two_that_were_decided_on_one_slice_the_second_decides_again()
    {
        var batch = Batch();
        Assert.NotNull(batch.Admit(Called("a", Slice.Seq), SeqIn(batch)));
        Assert.Null(batch.Admit(Called("b", Slice.Seq), SeqIn(batch)));
        Assert.Single(batch.Events);

        static long? SeqIn(CommandBatch batch) => batch.State.LaunchSlice(Show.Cans)!.Seq;
    }

    [Fact]
    public void A_command_that_was_answered_before_is_answered_the_same_whatever_its_slice_and_to_others_refused()
    {
        answered["a"] = new(Show.Anna, default, 2);
        var batch = Batch();
        Assert.Equal(new CommandAnswer("a", 2), batch.Admit(Called("a", 1), Slice.Seq));
        Assert.Equal(RefusalCode.NotAllowed, batch.Admit(Called("a", Slice.Seq, Show.Shymkent), Slice.Seq)!.Refusal);
        batch.Admit(Called("b", Slice.Seq), Slice.Seq);
        Assert.Equal(new CommandAnswer("b", Live.Seq + 1), batch.Admit(Called("b", Slice.Seq), batch.State.LaunchSlice(Show.Cans)!.Seq));
        Assert.Single(batch.Events);
    }

    [Fact]
    public void A_refusal_is_answered_and_not_kept_and_what_had_nothing_to_do_is_kept_unless_the_server_said_it()
    {
        var batch = Batch();
        var refused = batch.Admit(new("a", default, Show.Anna, Slice.Seq, new Refusal(RefusalCode.LaunchNotPlanned, "confirmed")), Slice.Seq);
        Assert.Equal(new CommandAnswer("a", Live.Seq, RefusalCode.LaunchNotPlanned, "confirmed"), refused);
        Assert.Equal(new CommandAnswer("b", Live.Seq), batch.Admit(new("b", default, Actor.Server, Slice.Seq, Decision.NothingToDo), Slice.Seq));
        Assert.Empty(batch.Events);
        Assert.Empty(batch.Accepted);
        Assert.Equal(new CommandAnswer("c", Live.Seq + 1), batch.Admit(new("c", default, Show.Anna, Slice.Seq, Decision.NothingToDo), Slice.Seq));
        Assert.IsType<CommandAnswered>(Assert.Single(batch.Events).Event);
        Assert.Equal(["c"], batch.Accepted.Keys);
    }

    [Fact]
    public void What_a_refusal_leaves_is_stored_once_beside_the_command_which_is_decided_anew()
    {
        var late = new Decision([new ConfirmationRefused(Show.Cans, RefusalCode.LaunchNotCalled)], new(RefusalCode.LaunchNotCalled, "planned"));
        var batch = Batch();
        var refused = batch.Admit(new("a", default, Show.Shymkent, Slice.Seq, late), Slice.Seq);
        Assert.Equal(new CommandAnswer("a", Live.Seq + 1, RefusalCode.LaunchNotCalled, "planned"), refused);
        Assert.Equal("refused/a", Assert.Single(batch.ToStore).CommandId);
        batch.Admit(new("a", default, Show.Shymkent, Slice.Seq, late), Slice.Seq);
        answered["refused/b"] = new(Show.Shymkent, default, 2);
        batch.Admit(new("b", default, Show.Shymkent, Slice.Seq, late), Slice.Seq);
        Assert.Single(batch.Events);
        Assert.Null(batch.Admit(Called("a", Slice.Seq, Show.Shymkent), Slice.Seq)!.Refusal);
    }

    [Fact]
    public void A_launch_and_a_site_propose_of_themselves_alone()
    {
        Called("a", 1).OnlyOf<ILaunchEvent>(e => e.LaunchId == Show.Cans);
        new Proposal("a", default, Show.Anna, 1, RefusalCode.NotStarted).OnlyOf<ILaunchEvent>(e => e.LaunchId == Show.Cans);
        Assert.Throws<InvalidOperationException>(() => Called("a", 1).OnlyOf<ILaunchEvent>(e => e.LaunchId == "2021-01"));
        Assert.Throws<InvalidOperationException>(() => Called("a", 1).OnlyOf<ISiteEvent>(e => e.SiteId == "shymkent"));
        Assert.Throws<InvalidOperationException>(() =>
            new Proposal("a", default, Show.Anna, 1, new TeleconferenceEnded()).OnlyOf<ILaunchEvent>(e => e.LaunchId == Show.Cans));
    }

    private static LaunchSlice Slice => Live.LaunchSlice(Show.Cans)!;

    private static Proposal Called(string id, long? sliceSeq, Actor? by = null) =>
        new(id, default, by ?? Show.Anna, sliceSeq, new LaunchCalled(Show.Cans));

    private CommandBatch Batch() => new(Live, Now, answered, builds);
}
