namespace GatewayBench.EngineCost;

/// <summary>One figure of the engine's cost, in words, and whether it is within its limit.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">What came out; <c>-</c> when it can't be told.</param>
/// <param name="Limit">What is allowed; empty for a figure that is only reported.</param>
/// <param name="IsMet">Null for a figure that is only reported.</param>
internal sealed record CostFigure(string Name, string Value, string Limit, bool? IsMet)
{
    /// <summary>Why the harness itself would not trust the figure; empty when it does.</summary>
    public IReadOnlyList<string> Invalid { get; init; } = [];

    public string Verdict =>
        IsMet switch
        {
            true => "met",
            false => "MISSED",
            null => "",
        };

    /// <summary>A figure with an upper limit, which one that can't be told does not meet.</summary>
    public static CostFigure AtMost(
        string name,
        double? value,
        double most,
        Func<double, string> show
    ) => new(name, Text(value, show), $"at most {show(most)}", value <= most);

    /// <summary>A figure with a lower limit, which one that can't be told does not meet.</summary>
    public static CostFigure AtLeast(
        string name,
        double? value,
        double least,
        Func<double, string> show
    ) => new(name, Text(value, show), $"at least {show(least)}", value >= least);

    public static CostFigure Within(
        string name,
        double? value,
        double least,
        double most,
        Func<double, string> show
    ) =>
        new(
            name,
            Text(value, show),
            $"{show(least)} to {show(most)}",
            value >= least && value <= most
        );

    public static CostFigure Reported(string name, double? value, Func<double, string> show) =>
        new(name, Text(value, show), "", null);

    private static string Text(double? value, Func<double, string> show) =>
        value is { } known ? show(known) : "-";
}
