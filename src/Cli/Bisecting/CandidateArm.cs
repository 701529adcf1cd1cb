namespace GatewayBench.Cli;

/// <summary>The candidate's arm: what goes wrong with it is the candidate's fault.</summary>
internal sealed class CandidateArm : IArm
{
    private readonly IArm _inner;

    private CandidateArm(IArm inner) => _inner = inner;

    public ArmReady Ready => _inner.Ready;

    /// <exception cref="CandidateFaultException">It does not start.</exception>
    public static async Task<IArm> StartAsync(Func<Task<IArm>> start)
    {
        try
        {
            return new CandidateArm(await start());
        }
        catch (TargetStartException e)
        {
            throw new CandidateFaultException(e.Message, e);
        }
    }

    public Task<SliceFigures> SliceAsync(int row, TimeSpan length, CancellationToken stop) =>
        BlameAsync(() => _inner.SliceAsync(row, length, stop));

    public Task<OpenFigures> OpenAsync(
        int row,
        double rate,
        TimeSpan length,
        CancellationToken stop
    ) => BlameAsync(() => _inner.OpenAsync(row, rate, length, stop));

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private static async Task<T> BlameAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (TargetFaultException e)
        {
            throw new CandidateFaultException(e.Message, e);
        }
    }
}
