using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>
/// One thing that happened, in the past tense. The names below are what the journal stores: a name may be added, never
/// changed or taken away, because old logs are read forever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TeleconferenceDrafted), "teleconference_drafted")]
[JsonDerivedType(typeof(TeleconferenceDrafted2), "teleconference_drafted_2")]
[JsonDerivedType(typeof(TeleconferenceStarted), "teleconference_started")]
[JsonDerivedType(typeof(TeleconferenceEnded), "teleconference_ended")]
[JsonDerivedType(typeof(CommandAnswered), "command_answered")]
[JsonDerivedType(typeof(ClockStepped), "clock_stepped")]
[JsonDerivedType(typeof(SegmentWentOnAir), "segment_went_on_air")]
[JsonDerivedType(typeof(SteppedBack), "stepped_back")]
[JsonDerivedType(typeof(TeleconferenceReopened), "teleconference_reopened")]
[JsonDerivedType(typeof(JumpedToSegment), "jumped_to_segment")]
[JsonDerivedType(typeof(HoldBegan), "hold_began")]
[JsonDerivedType(typeof(HoldEnded), "hold_ended")]
[JsonDerivedType(typeof(SegmentMoved), "segment_moved")]
[JsonDerivedType(typeof(SegmentInserted), "segment_inserted")]
[JsonDerivedType(typeof(SegmentRemoved), "segment_removed")]
[JsonDerivedType(typeof(SegmentEdited), "segment_edited")]
[JsonDerivedType(typeof(DurationAdjusted), "duration_adjusted")]
[JsonDerivedType(typeof(SegmentSkipped), "segment_skipped")]
[JsonDerivedType(typeof(SegmentUnskipped), "segment_unskipped")]
[JsonDerivedType(typeof(LaunchMoved), "launch_moved")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(Redone), "redone")]
[JsonDerivedType(typeof(ReadinessReported), "readiness_reported")]
[JsonDerivedType(typeof(SiteConnected), "site_connected")]
[JsonDerivedType(typeof(SiteDisconnected), "site_disconnected")]
[JsonDerivedType(typeof(InvitationRenewed), "invitation_renewed")]
[JsonDerivedType(typeof(LaunchCalled), "launch_called")]
[JsonDerivedType(typeof(LaunchConfirmed), "launch_confirmed")]
[JsonDerivedType(typeof(ConfirmationRetracted), "confirmation_retracted")]
[JsonDerivedType(typeof(LaunchPostponed), "launch_postponed")]
[JsonDerivedType(typeof(LaunchBroughtBack), "launch_brought_back")]
[JsonDerivedType(typeof(CallTakenBack), "call_taken_back")]
[JsonDerivedType(typeof(ConfirmationOverdue), "confirmation_overdue")]
[JsonDerivedType(typeof(ConfirmationRefused), "confirmation_refused")]
public abstract record TeleconferenceEvent;

/// <summary>The stored names of the events, as the attributes above give them.</summary>
public static class EventNames
{
    private static readonly NamedTypes Names = new(typeof(TeleconferenceEvent));

    /// <summary>Of every event that this build of the program reads.</summary>
    public static IEnumerable<string> All => Names.All;

    public static string NameOf(TeleconferenceEvent @event) => Names.Of(@event);
}
