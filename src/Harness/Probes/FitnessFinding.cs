namespace GatewayBench;

/// <summary>One thing about a machine that measurements depend on.</summary>
/// <param name="Name">What.</param>
/// <param name="Judgement">Whether it will do.</param>
/// <param name="Figure">What was found, with its unit.</param>
/// <param name="Advice">What to do; empty if nothing.</param>
internal sealed record FitnessFinding(
    string Name,
    Judgement Judgement,
    string Figure,
    string Advice = ""
)
{
    /// <summary>Judges a figure that should be small.</summary>
    /// <param name="name">What.</param>
    /// <param name="value">Null where it can't be read.</param>
    /// <param name="warn">Beyond which it is doubtful.</param>
    /// <param name="bad">Beyond which it won't do.</param>
    /// <param name="figure">It, with its unit.</param>
    /// <param name="advice">What to do if it is more than that.</param>
    public static FitnessFinding AtMost(
        string name,
        double? value,
        double warn,
        double bad,
        string figure,
        string advice
    )
    {
        var judgement = value switch
        {
            null => Judgement.Unknown,
            _ when value > bad => Judgement.Bad,
            _ when value > warn => Judgement.Warn,
            _ => Judgement.Ok,
        };
        return judgement switch
        {
            Judgement.Unknown => new(name, judgement, Units.Nothing, "not readable here"),
            Judgement.Ok => new(name, judgement, figure),
            _ => new(name, judgement, figure, advice),
        };
    }
}
