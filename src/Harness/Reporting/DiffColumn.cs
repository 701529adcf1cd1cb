namespace GatewayBench;

/// <summary>A figure of which a table shows both results' and the change.</summary>
/// <param name="Title">What the figure is called.</param>
/// <param name="Of">Reads it; null where it isn't known or has too few samples.</param>
/// <param name="Text">Writes it.</param>
internal sealed record DiffColumn(
    string Title,
    Func<DiffFigures, double?> Of,
    Func<double?, string> Text
)
{
    private const double MostPercent = 10;

    public IEnumerable<string> Headings => [$"{Title} A", "B", "change"];

    public static DiffColumn Time(string title, Func<DiffFigures, LongHistogram?> of, double at) =>
        new(
            title,
            figures => of(figures)?.TimeAt(at)?.TotalMicroseconds,
            value =>
                Units.Time(
                    value is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : null
                )
        );

    public IEnumerable<string> Cells(DiffFigures a, DiffFigures b) =>
        [Text(Of(a)), Text(Of(b)), Change(Of(b) / Of(a))];

    /// <summary>What is beyond all percents, as a multiple.</summary>
    private static string Change(double? ratio) =>
        ratio is not { } value || !double.IsFinite(value) ? Units.Nothing
        : value is < 1 / MostPercent or > MostPercent ? Units.Ratio(value)
        : Units.Change(value);
}
