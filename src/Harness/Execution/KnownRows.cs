using System.Globalization;

namespace GatewayBench;

/// <summary>Rows that are known beforehand.</summary>
internal sealed class KnownRows(IReadOnlyList<Row> rows) : RowPlan
{
    public override IReadOnlyList<Row> Known => rows;

    public override int Most => rows.Count;

    public override string Count => rows.Count.ToString(CultureInfo.InvariantCulture);

    public override Row? Next(IReadOnlyList<RowResult> done) =>
        done.Count < rows.Count ? rows[done.Count] : null;
}
