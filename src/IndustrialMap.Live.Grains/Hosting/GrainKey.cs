namespace IndustrialMap.Live.Grains;

/// <summary>The keys of a show's grains: its id, and for what belongs to it a slash and that one's id.</summary>
public static class GrainKey
{
    public static string Of(string teleconference, string part) => $"{teleconference}/{part}";

    internal static (string Teleconference, string Part) Parts(Grain grain) =>
        grain.GetPrimaryKeyString().Split('/') is [var teleconference, var part]
            ? (teleconference, part)
            : throw new InvalidOperationException($"\"{grain.GetPrimaryKeyString()}\" is no key of a launch or a site.");
}
