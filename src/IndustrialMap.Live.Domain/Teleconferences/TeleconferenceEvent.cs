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
[JsonDerivedType(typeof(ReadinessReported), "readiness_reported")]
[JsonDerivedType(typeof(SiteConnected), "site_connected")]
[JsonDerivedType(typeof(SiteDisconnected), "site_disconnected")]
[JsonDerivedType(typeof(InvitationRenewed), "invitation_renewed")]
[JsonDerivedType(typeof(LaunchCalled), "launch_called")]
[JsonDerivedType(typeof(LaunchConfirmed), "launch_confirmed")]
[JsonDerivedType(typeof(ConfirmationRetracted), "confirmation_retracted")]
[JsonDerivedType(typeof(LaunchPostponed), "launch_postponed")]
[JsonDerivedType(typeof(LaunchBroughtBack), "launch_brought_back")]
public abstract record TeleconferenceEvent;

/// <summary>The stored names of the events, as the attributes above give them.</summary>
public static class EventNames
{
    private static readonly NamedTypes Names = new(typeof(TeleconferenceEvent));

    /// <summary>Of every event that this build of the program reads.</summary>
    public static IEnumerable<string> All => Names.All;

    public static string NameOf(TeleconferenceEvent @event) => Names.Of(@event);
}
