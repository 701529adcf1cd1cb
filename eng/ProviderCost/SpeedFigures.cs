namespace GatewayBench.ProviderCost;

/// <summary>Medians over rounds, and medians of a round's ratios: a round shares one moment's noise.</summary>
internal sealed class SpeedFigures(IReadOnlyList<SpeedSample> samples)
{
    public double? Rate(string rival, string client) =>
        Over(Of(rival, client).Select(sample => sample.Rate));

    public double? CpuMicroseconds(string rival, string client) =>
        Over(Of(rival, client).Select(sample => sample.CpuMicroseconds).OfType<double>());

    /// <summary>The provider's rate over that of another server.</summary>
    public double? Ratio(string rival, string client) =>
        Over(
            Of(Rival.Provider, client)
                .Join(
                    Of(rival, client),
                    provider => provider.Round,
                    other => other.Round,
                    (provider, other) => provider.Rate / other.Rate
                )
        );

    private IEnumerable<SpeedSample> Of(string rival, string client) =>
        samples.Where(sample =>
            sample.Round > 0 && sample.Rival == rival && sample.Client == client
        );

    private static double? Over(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return all.Length == 0 ? null : Median.Of(all);
    }
}
