namespace IndustrialMap.Live.Grains;

/// <summary>A grant that was made, and what opens it.</summary>
/// <param name="Token">For the link, behind <c>#</c>: the keeper, a full stop, 256 random bits. It is told this once and not kept.</param>
public sealed record Invited(Grant Grant, string Token);
