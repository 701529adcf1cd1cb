namespace GatewayBench;

/// <summary>A signal that left its normal in a row, of which nobody knows yet whether callers felt it.</summary>
/// <param name="Signals">All that the row tells.</param>
/// <param name="Signal">The one that left.</param>
/// <param name="Onset">Where.</param>
internal sealed record Symptom(RowSignals Signals, Signal Signal, Onset Onset)
{
    public RowResult Row => Signals.Row;
}
