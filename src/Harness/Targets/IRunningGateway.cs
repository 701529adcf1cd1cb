namespace GatewayBench;

/// <summary>A gateway that answers, wherever it was started; disposing stops it.</summary>
internal interface IRunningGateway : IAsyncDisposable
{
    Uri BaseAddress { get; }

    TargetInfo Info { get; }

    /// <inheritdoc cref="ITarget.Fault" />
    string? Fault { get; }

    IServiceProvider Services { get; }

    /// <inheritdoc cref="IWatchedTarget.Watched" />
    WatchedSources Watched { get; }

    /// <summary>Opens the client side of the transport. The caller disposes it.</summary>
    HttpMessageInvoker CreateClient();

    /// <inheritdoc cref="ITarget.CreateSocketClient" />
    HttpMessageInvoker CreateSocketClient();

    /// <inheritdoc cref="ITarget.ReadUsageAsync" />
    ValueTask<ProcessUsage?> ReadUsageAsync();
}
