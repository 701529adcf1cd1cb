namespace GatewayBench;

/// <summary>A column of the table of a chart over time.</summary>
/// <param name="Title">The column.</param>
/// <param name="Text">A value with its unit.</param>
/// <param name="Values">One for each point of time; not a number where nothing was measured.</param>
/// <param name="Join">What stands for several neighbours, of which none is unknown.</param>
internal sealed record TimeColumn(
    string Title,
    Func<double, string> Text,
    IReadOnlyList<double> Values,
    Func<IEnumerable<double>, double> Join
);
