namespace GatewayBench;

/// <summary>One of two gateways that are compared, warmed up and at rest until it is told to work.</summary>
internal interface IArm : IAsyncDisposable
{
    ArmReady Ready { get; }

    /// <summary>Lets a row's users work for a while, and waits for what they have begun.</summary>
    /// <param name="row">Which of its rows, from 0.</param>
    /// <param name="length">For how long.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TargetFaultException">It can't go on.</exception>
    Task<SliceFigures> SliceAsync(int row, TimeSpan length, CancellationToken stop);

    /// <summary>Puts an open load on it instead of its users.</summary>
    /// <param name="row">Which of its rows, from 0.</param>
    /// <param name="rate">Arrivals per second.</param>
    /// <param name="length">For how long they arrive.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TargetFaultException">It can't go on.</exception>
    Task<OpenFigures> OpenAsync(int row, double rate, TimeSpan length, CancellationToken stop);
}
