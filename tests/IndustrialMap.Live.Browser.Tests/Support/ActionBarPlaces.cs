namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>The places of acts in the control room's bar as they stand at one size of the window.</summary>
/// <param name="Boxes">By place: left, top, width and height, in CSS pixels, as one text.</param>
/// <param name="Faults">What is cut off, overlapped or out of reach.</param>
internal sealed record ActionBarPlaces(IReadOnlyDictionary<string, string> Boxes, IReadOnlyList<string> Faults)
{
    /// <summary>Three screens, and the first two at 200 % zoom, which halves what a page has.</summary>
    internal static readonly (int Width, int Height)[] Sizes = [(1920, 1080), (1280, 800), (390, 844), (960, 540), (640, 400)];

    internal static async Task<ActionBarPlaces> At(IPage page, (int Width, int Height) size)
    {
        await page.SetViewportSizeAsync(size.Width, size.Height);
        var found = await page.EvaluateAsync<Found>("""
            () => {
              const [boxes, faults] = [{}, []];
              const bar = document.querySelector('.bar').getBoundingClientRect();
              if (bar.height > innerHeight / 2) faults.push(`the bar is ${bar.height} of ${innerHeight} high`);
              const says = (element) => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
              for (const button of document.querySelectorAll('.bar [data-place]')) {
                const { left, top, right, bottom, width, height } = button.getBoundingClientRect();
                const place = button.dataset.place;
                boxes[place] = [left, top, width, height].map(Math.round).join(' ');
                if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) faults.push(`${place} is out of the window: ${boxes[place]}`);
                for (const [x, y] of [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]])
                  if (!button.contains(document.elementFromPoint(x, y))) faults.push(`${place} is covered at ${x} ${y}`);
                const text = document.createRange();
                text.selectNodeContents(button.querySelector('.word'));
                const word = text.getBoundingClientRect();
                if (word.left < left || word.right > right || word.top < top || word.bottom > bottom) faults.push(`${place} cuts off: ${says(button)}`);
                if (button.scrollWidth > button.clientWidth || button.scrollHeight > button.clientHeight) faults.push(`${place} is too full: ${says(button)}`);
              }
              for (const part of document.querySelectorAll('.bar [data-testid=line-lost]'))
                if (part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight) faults.push(`the lost line is cut off: ${says(part)}`);
              return { boxes: Object.entries(boxes), faults };
            }
            """);
        return new(found.Boxes.ToDictionary(box => box[0], box => box[1]), found.Faults);
    }

    /// <summary>As Playwright fills it from what the page gives back.</summary>
    private sealed class Found
    {
        public string[][] Boxes { get; set; } = [];

        public string[] Faults { get; set; } = [];
    }
}
