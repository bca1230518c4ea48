namespace IndustrialMap.Live.Domain;

/// <summary>planned → called → confirmed; or postponed. A retracted confirmation is called again.</summary>
public enum LaunchState { Planned, Called, Confirmed, Postponed }

public interface ILaunchEvent
{
    string LaunchId { get; }
}

public sealed record LaunchCalled(string LaunchId) : TeleconferenceEvent, ILaunchEvent;

/// <param name="Reason">Why an operator confirmed for the site; null when the site did it itself.</param>
public sealed record LaunchConfirmed(string LaunchId, string? Reason) : TeleconferenceEvent, ILaunchEvent;
public sealed record ConfirmationRetracted(string LaunchId, string Reason) : TeleconferenceEvent, ILaunchEvent;
public sealed record LaunchPostponed(string LaunchId, string Reason) : TeleconferenceEvent, ILaunchEvent;
public sealed record LaunchBroughtBack(string LaunchId, string Reason) : TeleconferenceEvent, ILaunchEvent;

/// <summary>A mistaken call was taken back: the launch is planned again.</summary>
public sealed record CallTakenBack(string LaunchId) : TeleconferenceEvent, ILaunchEvent;

/// <summary>The window of a call has run out, and nobody has confirmed it: an alarm in the control room and at the site.</summary>
/// <param name="Attempt">The call, as in <see cref="Launch.Attempt"/>.</param>
public sealed record ConfirmationOverdue(string LaunchId, int Attempt) : TeleconferenceEvent, ILaunchEvent;

/// <summary>
/// A site's word came too late or for another call, and was refused: an alarm in the control room. It changes nothing, and the
/// refusal is decided anew when the word comes again.
/// </summary>
/// <param name="Code">Why.</param>
public sealed record ConfirmationRefused(string LaunchId, RefusalCode Code) : TeleconferenceEvent, ILaunchEvent;

/// <summary>A project to be launched, while the show runs; what never changes about it stands in the plan.</summary>
/// <param name="Attempt">
/// How often the launch has been opened for confirmation: a call or a retraction adds one. A confirmation names the
/// attempt it answers, so that one which was kept on a device while the line was down cannot confirm a later call.
/// </param>
/// <param name="ChangedAt">When it came into its state, UTC.</param>
/// <param name="ConfirmedForSite">True if an operator confirmed in the site's place.</param>
/// <param name="Reason">The reason of the last change, where one was given; for the control room only.</param>
/// <param name="Seq">The seq of the newest event that changed it; 0: none has since the draft.</param>
/// <param name="Overdue">Called, and its window ran out without a confirmation.</param>
public sealed record Launch(
    string Id,
    string? Region,
    string? Sector,
    Figure? Tenge,
    Figure? Jobs,
    LaunchState State = LaunchState.Planned,
    int Attempt = 0,
    DateTimeOffset? ChangedAt = null,
    bool ConfirmedForSite = false,
    string? Reason = null,
    long Seq = 0,
    bool Overdue = false)
{
    public static Launch Of(PlannedLaunch plan) =>
        new(plan.Id, plan.Region, plan.Sector, plan.Tenge, plan.Jobs);

    internal Launch Apply(EventEnvelope envelope)
    {
        var changed = this with
        {
            Seq = envelope.Seq,
            ChangedAt = envelope.OccurredAt,
            ConfirmedForSite = false,
            Reason = null,
            Overdue = false,
        };
        return envelope.Event switch
        {
            LaunchCalled => changed with { State = LaunchState.Called, Attempt = Attempt + 1 },
            LaunchConfirmed e => changed with
            {
                State = LaunchState.Confirmed,
                ConfirmedForSite = envelope.Actor.Role == Role.Operator,
                Reason = e.Reason,
            },
            ConfirmationRetracted e => changed with { State = LaunchState.Called, Attempt = Attempt + 1, Reason = e.Reason },
            LaunchPostponed e => changed with { State = LaunchState.Postponed, Reason = e.Reason },
            CallTakenBack => changed with { State = LaunchState.Planned },
            ConfirmationOverdue => this with { Seq = envelope.Seq, Overdue = true },
            LaunchBroughtBack e => changed with { State = LaunchState.Planned, Reason = e.Reason },
            _ => this,
        };
    }
}
