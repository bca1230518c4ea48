namespace IndustrialMap.Live.Browser.Tests.People;

/// <summary>Somebody who watches, at home or at the wall.</summary>
public sealed class Viewer(IPage page, string teleconference) : Person(page, teleconference)
{
    public Task Watch() => Page.GotoAsync($"/watch/{Teleconference}");

    public ILocator OnAir => Page.Locator("[data-on-air]");

    public ILocator Launch(string id) => Page.Locator($"[data-launch='{id}']");
}
