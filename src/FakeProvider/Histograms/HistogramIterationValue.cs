namespace GatewayBench;

/// <summary>One step through a histogram's values by percentile.</summary>
/// <param name="ValueIteratedTo">The value reached, in the unit of the recorded values.</param>
/// <param name="PercentileLevelIteratedTo">The percentile that this step went to, 0 to 100.</param>
/// <param name="TotalCountToThisValue">How many values are at or below the value reached.</param>
public readonly record struct HistogramIterationValue(
    long ValueIteratedTo,
    double PercentileLevelIteratedTo,
    long TotalCountToThisValue
);
