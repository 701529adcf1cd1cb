namespace GatewayBench;

/// <summary>Reads a response's <c>fixedDelayMilliseconds</c> and <c>delayDistribution</c>.</summary>
internal static class StubDelayReader
{
    private const string Distribution = "delayDistribution";

    private static readonly int MostMilliseconds = (int)Delay.Longest.TotalMilliseconds;

    private static readonly string AllowedMilliseconds = $"0 to {MostMilliseconds}";

    public static StubDelay Read(StubObject response)
    {
        var milliseconds = response.Integer("fixedDelayMilliseconds", 0, MostMilliseconds) ?? 0;
        var (drawn, most) = ReadDistribution(response);
        return milliseconds == 0 && drawn is null
            ? StubDelay.None
            : new StubDelay(TimeSpan.FromMilliseconds(milliseconds), drawn, most);
    }

    private static (Delay? Drawn, TimeSpan Most) ReadDistribution(StubObject response)
    {
        if (response.Value(Distribution) is not { } json)
        {
            return (null, TimeSpan.Zero);
        }
        var pointer = response.PointerTo(Distribution);
        string[] keys = ["type", "lower", "upper", "median", "sigma", "maxValue"];
        var type = new StubObject(json, pointer, keys).Text("type");
        return type switch
        {
            "uniform" => ReadUniform(new StubObject(json, pointer, ["type", "lower", "upper"])),
            "lognormal" => ReadLogNormal(
                new StubObject(json, pointer, ["type", "median", "sigma", "maxValue"])
            ),
            _ => throw new StubFormatException(
                StubObject.Join(pointer, "type"),
                $"is {(type is null ? "missing" : $"'{type}'")}; supported: uniform, lognormal."
            ),
        };
    }

    private static (Delay Drawn, TimeSpan Most) ReadUniform(StubObject json)
    {
        var lower = Required(json.Integer("lower", 0, MostMilliseconds), json, "lower");
        var upper = Required(json.Integer("upper", lower, MostMilliseconds), json, "upper");
        return (
            Delay.Uniform(TimeSpan.FromMilliseconds(lower), TimeSpan.FromMilliseconds(upper)),
            Delay.Longest
        );
    }

    /// <remarks>
    /// WireMock's sigma is that of the logarithm, ours is given by the p99: median x e^(sigma z(0.99)).
    /// </remarks>
    private static (Delay Drawn, TimeSpan Most) ReadLogNormal(StubObject json)
    {
        var median = Required(
            json.Number(
                "median",
                v => v >= 0.001 && v <= MostMilliseconds,
                $"0.001 to {MostMilliseconds}"
            ),
            json,
            "median"
        );
        var sigma = Required(
            json.Number(
                "sigma",
                v => v >= 0 && P99(median, v) <= MostMilliseconds,
                "at least 0, and a p99 of at most 24 hours"
            ),
            json,
            "sigma"
        );
        var most = json.Number(
            "maxValue",
            v => v >= 0 && v <= MostMilliseconds,
            AllowedMilliseconds
        );
        return (
            Delay.LogNormal(
                TimeSpan.FromMilliseconds(median),
                TimeSpan.FromMilliseconds(P99(median, sigma))
            ),
            TimeSpan.FromMilliseconds(most ?? MostMilliseconds)
        );
    }

    private static double P99(double median, double sigma) =>
        median * Math.Exp(sigma * NormalQuantile.Of(0.99));

    private static T Required<T>(T? value, StubObject json, string key)
        where T : struct =>
        value ?? throw new StubFormatException(json.PointerTo(key), "is missing.");
}
