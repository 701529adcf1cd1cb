using System.Globalization;

namespace GatewayBench.Peers;

/// <summary>A stated ratio: how many times what wrk measures ours has to reach on the bare app.</summary>
internal sealed record Goal(string Transport, int Users, double Ratio)
{
    /// <summary>A faster loop that starves some of its users counts for nothing.</summary>
    public const double LeastFairness = 0.8;

    public static readonly IReadOnlyList<Goal> All =
    [
        new("inmemory", 32, 2.5),
        new("inmemory", 256, 2.0),
        new("loopback", 32, 0.85),
        new("loopback", 256, 0.75),
        new("testserver", 32, 1.6),
        new("testserver", 256, 1.6),
    ];

    /// <returns>Null when it was not measured.</returns>
    public bool? IsMet(IReadOnlyList<Figure> figures) =>
        Find(figures) is { Ratio: { } ratio } figure
            ? ratio >= Ratio && figure.Fairness >= LeastFairness
            : null;

    public string Describe(IReadOnlyList<Figure> figures)
    {
        var figure = Find(figures);
        var verdict = IsMet(figures) switch
        {
            true => "met",
            false => "MISSED",
            null => "not measured",
        };
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{Transport}, {Users} users: at least {Ratio:0.00}x {Wrk.Yardstick}, slowest user at least {LeastFairness:0.0}: "
            ) + $"{verdict} ({Cell.Ratio(figure?.Ratio)}, {Cell.Fairness(figure?.Fairness)})";
    }

    private Figure? Find(IReadOnlyList<Figure> figures) =>
        figures.FirstOrDefault(figure =>
            figure.App == App.Bare.Title && figure.Generator == Transport && figure.Users == Users
        );
}
