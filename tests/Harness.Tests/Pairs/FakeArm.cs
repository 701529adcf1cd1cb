namespace GatewayBench.Tests.Pairs;

/// <summary>An arm that answers at once, and writes down what it was asked.</summary>
/// <param name="side">Which one.</param>
/// <param name="log">Shared by both.</param>
/// <param name="rate">Of its slices, one after the other.</param>
internal sealed class FakeArm(ArmSide side, List<string> log, params double[] rate) : IArm
{
    private int _slices;

    public bool? Settled { get; init; } = true;

    public long Errors { get; init; }

    public IReadOnlyList<string> Rows { get; init; } = ["GET /"];

    public ArmReady Ready => new(Rows, "gateway", "loopback", null, 2, Settled);

    public bool IsDisposed { get; private set; }

    public Task<SliceFigures> SliceAsync(int row, TimeSpan length, CancellationToken stop)
    {
        log.Add(row == 0 ? $"{side}" : $"{side}{row}");
        var successes = (long)(rate[_slices++ % rate.Length] * length.TotalSeconds);
        return Task.FromResult(
            new SliceFigures(
                successes + Errors,
                successes,
                length.TotalSeconds,
                length.TotalSeconds,
                1_000 * (successes + Errors),
                Errors > 0
                    ? new Dictionary<string, long> { ["http_5xx"] = Errors }
                    : new Dictionary<string, long>(),
                Errors
            )
        );
    }

    public Task<OpenFigures> OpenAsync(
        int row,
        double rate,
        TimeSpan length,
        CancellationToken stop
    )
    {
        log.Add(FormattableString.Invariant($"{side} open {rate:0} for {length.TotalSeconds:0.0}"));
        return Task.FromResult(
            new OpenFigures(10_200, 10_200, 900, 70, new Dictionary<string, long>(), 0)
        );
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
