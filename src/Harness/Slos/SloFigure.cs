namespace GatewayBench;

/// <summary>What an SLO is judged by.</summary>
/// <param name="Value">In the subject's unit; null where there is none.</param>
/// <param name="Missing">Why there is none.</param>
internal readonly record struct SloFigure(double? Value, string? Missing)
{
    public static SloFigure Of(double value) => new(value, null);

    public static SloFigure None(string why) => new(null, why);

    /// <summary>A share of so many.</summary>
    public static SloFigure Share(long part, long whole) =>
        whole > 0 ? Of((double)part / whole) : None("no requests");
}
