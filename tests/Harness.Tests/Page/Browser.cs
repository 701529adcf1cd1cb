using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.Tests.Page;

/// <summary>Debian's Chromium, without a window, driven by npm's playwright-core.</summary>
internal static class Browser
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Opens the page of a result; skips the test where a part is not installed.</summary>
    /// <param name="result">What the page is made of.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="scheme"><c>light</c> or <c>dark</c>.</param>
    /// <param name="baselines">Other runs of it; null for none.</param>
    public static async Task<SeenPage> OpenAsync(
        LoadResult result,
        int width = 1280,
        string scheme = "light",
        BaselineStore? baselines = null
    )
    {
        var chromium = Programs.Find("chromium") ?? Programs.Find("google-chrome");
        Assert.SkipWhen(chromium is null, "Opens a page; for that: apt-get install chromium");
        var folder = Path.Combine(AppContext.BaseDirectory, "pages");
        Directory.CreateDirectory(folder);
        // From the stored form, as a page has nothing else.
        var stored = ResultFile.Deserialize(ResultFile.Serialize(result));
        var file = Path.Combine(folder, $"{FileNames.Of(result.Name)}-{width}-{scheme}");
        await File.WriteAllTextAsync(file + ".html", PageResults.Page(stored, baselines));
        var seen = await NodeScript.RunAsync(
            "playwright-core",
            Path.Combine("Page", "Inspect.js"),
            chromium!,
            new Uri(file + ".html").AbsoluteUri,
            $"{width}",
            scheme
        );
        return JsonSerializer.Deserialize<SeenPage>(seen, Json)!;
    }
}
