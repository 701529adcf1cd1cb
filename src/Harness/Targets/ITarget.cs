namespace GatewayBench;

/// <summary>What is loaded: something that can be started and then answers at an address.</summary>
public interface ITarget
{
    /// <summary>Starts the target; a target that runs already returns at once.</summary>
    /// <exception cref="TargetStartException">It could not be started.</exception>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Where exchanges are sent. Valid once started.</summary>
    Uri BaseAddress { get; }

    /// <summary>What a result says about the target. Valid once started.</summary>
    TargetInfo Info { get; }

    /// <summary>Why figures from this target can no longer be trusted; null while all is well.</summary>
    string? Fault { get; }

    /// <summary>The fake provider that the target calls; null where it has none, or one of its own.</summary>
    FakeProvider? Provider => null;

    /// <summary>Opens the client side of the transport. The caller disposes it.</summary>
    HttpMessageInvoker CreateClient();

    /// <summary>
    /// Opens a client that WebSockets can be upgraded from HTTP/1.1 by; default
    /// <see cref="CreateClient"/>'s. The caller disposes it.
    /// </summary>
    /// <exception cref="TargetStartException">The way to the target takes no WebSockets.</exception>
    HttpMessageInvoker CreateSocketClient() => CreateClient();

    /// <summary>
    /// What processes other than this one have used for the target so far: nothing by default, null
    /// when it can't be told. <see cref="Fault"/> is up to date when it returns.
    /// </summary>
    ValueTask<ProcessUsage?> ReadUsageAsync() => new(default(ProcessUsage));
}
