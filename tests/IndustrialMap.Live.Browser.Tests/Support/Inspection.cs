using System.Text.Json;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>What is wrong with a screen as it stands.</summary>
/// <param name="Accessibility">axe's violations.</param>
/// <param name="Words">Message keys, words of another language, a page marked with another language.</param>
/// <param name="Width">Sizes at which the page scrolls sideways.</param>
public sealed record Inspection(string Screen, IReadOnlyList<string> Accessibility, IReadOnlyList<string> Words, IReadOnlyList<string> Width)
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.Axe));

    /// <summary>Written in Latin letters in every language: our own name, what sources write so, ids as addresses have them.</summary>
    private static readonly string[] Names =
        ["IndustrialMap.Live", "Natural Earth", "JSON", "ERG", "Pitram", "Digital Lab", Map2021.Id, "2017-12-06", "shymkent", "none", "Alt", "Escape"];

    private static readonly (int Width, int Height)[] Sizes = [(1920, 1080), (1280, 800), (390, 844)];

    internal static async Task<Inspection> Of(IPage page, string language, string screen) =>
        new(screen, await AxeOn(page), await WordsOn(page, language), await WidthOf(page));

    /// <summary>Injected past the page's own scripts, which the content policy allows no others beside.</summary>
    private static async Task<IReadOnlyList<string>> AxeOn(IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        // What fades in or out is judged as it is read, not half way.
        await page.EvaluateAsync("""
            () => Promise.all(document.getAnimations().filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime))
              .map(({ finished }) => finished.catch(() => undefined)))
            """);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`))
            """);
    }

    /// <summary>Compares every text and label. What a source says in another language is marked so, and left out.</summary>
    private static Task<string[]> WordsOn(IPage page, string language) => page.EvaluateAsync<string[]>("""
        ([lang, keys, foreign, names]) => {
          const [isKey, isForeign] = [new Set(keys), new Set(foreign)];
          const found = document.documentElement.lang === lang ? [] : [`the page is marked ${document.documentElement.lang}`];
          const look = (element, text) => {
            text = text.trim();
            if (!text || element.closest('[lang]').lang !== lang || element.closest('code, kbd, script, style')) return;
            if (isKey.has(text)) found.push(`a key: ${text}`);
            else if (isForeign.has(text)) found.push(`of another language: ${text}`);
            else if (lang !== 'en' && /[A-Za-z]{3}/.test(names.reduce((rest, name) => rest.replaceAll(name, ''), text))) found.push(`Latin letters: ${text}`);
          };
          const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) look(texts.currentNode.parentElement, texts.currentNode.data);
          for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
            for (const name of ['aria-label', 'title', 'placeholder']) look(element, element.getAttribute(name) ?? '');
          return [...new Set(found)];
        }
        """, new object[] { language, Messages.RawKeys, Messages.Foreign(language), Names });

    /// <summary>At which sizes the page is wider than its window.</summary>
    internal static async Task<IReadOnlyList<string>> WidthOf(IPage page)
    {
        var before = page.ViewportSize!;
        var scrolling = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            var wide = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
            if (wide > 0) scrolling.Add($"{wide} pixels too wide at {width}x{height}");
        }
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return scrolling;
    }
}
