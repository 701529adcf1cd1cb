namespace GatewayBench.Tests.Page;

/// <summary>What <c>Inspect.js</c> saw of a page.</summary>
/// <param name="Background">The page's, as CSS says it.</param>
/// <param name="FontPixels">Of the texts in charts.</param>
/// <param name="Text">All that can be read.</param>
/// <param name="Headings">In their order, with their level.</param>
/// <param name="ForeignElements">Elements that our page never has, such as a result may try to put there.</param>
/// <param name="Charts">One for each figure.</param>
/// <param name="Problems">What the browser's console said.</param>
/// <param name="Requests">Addresses that were asked for.</param>
/// <param name="Wide">What is wider than the window, where that makes the page scroll.</param>
/// <param name="RulesPassed">Rules of axe that found something to judge, and nothing wrong.</param>
/// <param name="Violations">Rules of axe that were broken.</param>
public sealed record SeenPage(
    string Background,
    double FontPixels,
    string Text,
    IReadOnlyList<string> Headings,
    int ForeignElements,
    IReadOnlyList<SeenChart> Charts,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Requests,
    IReadOnlyList<string> Wide,
    int RulesPassed,
    IReadOnlyList<string> Violations
);

/// <summary>A figure as it was drawn; lengths are in pixels.</summary>
public sealed record SeenChart(
    string Title,
    string Description,
    string Caption,
    double Width,
    double Height,
    IReadOnlyList<SeenLine> Lines,
    int Markers,
    IReadOnlyList<string> Labels,
    int YTicks,
    int XTicks,
    int TextsOutside,
    int LabelsOverlapping,
    int TableLines
);

/// <summary>A line as it was drawn.</summary>
public sealed record SeenLine(double Width, string Stroke, string Dashes);
