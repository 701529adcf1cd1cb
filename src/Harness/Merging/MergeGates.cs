using System.Globalization;

namespace GatewayBench;

/// <summary>Why merged figures must not be used.</summary>
internal static class MergeGates
{
    /// <summary>Of the time in which any of the generators measured, the share in which all did.</summary>
    private const double LeastTogether = 0.95;

    /// <param name="rows">Those of each generator.</param>
    /// <param name="trust">That of the merged row.</param>
    /// <param name="time">When they measured.</param>
    /// <param name="isHosted">Whether each generator had a gateway of its own.</param>
    public static IEnumerable<string> Failed(
        IReadOnlyList<RowResult> rows,
        Trust trust,
        MergedTime time,
        bool isHosted
    ) =>
        [
            .. RunGates.Samples(trust) is { } few ? [few] : Array.Empty<string>(),
            .. rows.SelectMany(
                (row, generator) =>
                    row
                        .Invalid.Where(reason =>
                            !reason.StartsWith(RunGates.TooFew, StringComparison.Ordinal)
                        )
                        .Select(reason => $"{reason} (generator {generator + 1})")
            ),
            .. time.TogetherSeconds < LeastTogether * time.Seconds
                ? [NotAtOnce(time)]
                : Array.Empty<string>(),
            .. isHosted
                ?
                [
                    "not one target: each generator hosted a gateway of its own; load one by its URL",
                ]
                : Array.Empty<string>(),
        ];

    private static string NotAtOnce(MergedTime time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"not at once: all generators measured for {time.TogetherSeconds:0.0} of {time.Seconds:0.0} s"
        ) + $", at least {Units.Percent(LeastTogether)}; start them together, with one duration";
}
