namespace GatewayBench;

/// <summary>What a gateway elsewhere tells of itself as Prometheus text.</summary>
/// <param name="fetch">Gets the text; null where there is none this time.</param>
internal sealed class ScrapeSeries(Func<string?> fetch) : ISeriesSource
{
    /// <summary>Metrics beyond these, in the order of the text, are passed over.</summary>
    public const int MostMetrics = 500;

    private const string Bound = "le";

    private readonly Dictionary<string, InstrumentCells> _byName = new(StringComparer.Ordinal);

    public void Begin()
    {
        Scrape();
        ForEach(cell => cell.Forget());
    }

    public void Read(double seconds, SeriesLog log)
    {
        Scrape();
        ForEach(cell => cell.Read(seconds, log));
    }

    private void Scrape()
    {
        ForEach(cell => cell.StartRound());
        foreach (var sample in PrometheusText.Parse(fetch() ?? ""))
        {
            if (KindOf(sample) is { } kind && CellsOf(sample, kind) is { } cells)
            {
                Record(sample, cells);
            }
        }
    }

    /// <returns>Null for what the rest of a histogram tells as well.</returns>
    private static InstrumentKind? KindOf(PrometheusSample sample) =>
        (sample.Type, sample.Suffix) switch
        {
            ("histogram", "_bucket") => InstrumentKind.Buckets,
            ("histogram", _) => null,
            ("counter", _) or (_, "_sum" or "_count") => InstrumentKind.ObservedCount,
            ("", _) when sample.Family.EndsWith("_total", StringComparison.Ordinal) =>
                InstrumentKind.ObservedCount,
            _ => InstrumentKind.ObservedValue,
        };

    private static void Record(PrometheusSample sample, InstrumentCells cells)
    {
        if (cells.Kind != InstrumentKind.Buckets)
        {
            cells.Find(sample.Labels).Record(sample.Value);
            return;
        }
        var bound = sample.Labels.FirstOrDefault(label => label.Key == Bound).Value as string;
        if (bound is not null && PrometheusText.ValueOf(bound) is { } upper)
        {
            var cell = cells.Find([.. sample.Labels.Where(label => label.Key != Bound)]);
            ((BucketCell)cell).Add(upper, sample.Value);
        }
    }

    private InstrumentCells? CellsOf(PrometheusSample sample, InstrumentKind kind)
    {
        var text = kind == InstrumentKind.Buckets ? sample.Family : sample.Family + sample.Suffix;
        if (!_byName.TryGetValue(text, out var cells))
        {
            if (_byName.Count == MostMetrics)
            {
                return null;
            }
            var name = new SeriesName(SeriesSource.Remote, text, UnitOf(sample.Family));
            _byName[text] = cells = new InstrumentCells(kind, name);
        }
        return cells.Kind == kind ? cells : null;
    }

    /// <summary>By the name, which has it by convention.</summary>
    private static string UnitOf(string name) =>
        name.Contains("_seconds", StringComparison.Ordinal) ? "s"
        : name.Contains("_bytes", StringComparison.Ordinal) ? "By"
        : "";

    private void ForEach(Action<MeterCell> act)
    {
        foreach (var cells in _byName.Values)
        {
            foreach (var cell in cells.All)
            {
                act(cell);
            }
        }
    }
}
