namespace GatewayBench.Peers;

/// <summary>The harness: an app in this process, behind one transport, every response checked.</summary>
internal sealed class InProcess(App app, Transport transport) : IAsyncDisposable
{
    /// <summary>In the order in which a round runs them.</summary>
    public static readonly IReadOnlyList<Transport> Transports =
    [
        Transport.Loopback,
        Transport.InMemory,
        Transport.TestServer,
    ];

    private readonly ITarget _target = app.Host(transport);

    public string Name { get; } = NameOf(transport);

    public static string NameOf(Transport transport) => transport.ToString().ToLowerInvariant();

    /// <exception cref="LoadFailedException">A response was wrong.</exception>
    public async Task<RowResult> RunAsync(
        int users,
        int seconds,
        CancellationToken cancellationToken
    )
    {
        var load = Load.Closed(users, TimeSpan.FromSeconds(seconds));
        var result = await LoadRunner.RunAsync(
            _target,
            app.Scenario,
            load,
            cancellationToken: cancellationToken
        );
        cancellationToken.ThrowIfCancellationRequested();
        result.ShouldSucceed(maxErrors: 0);
        return result.Rows[0];
    }

    public ValueTask DisposeAsync() =>
        _target is IAsyncDisposable host ? host.DisposeAsync() : ValueTask.CompletedTask;
}
