using Microsoft.Extensions.Logging;

namespace GatewayBench;

/// <summary>
/// Keeps why a gateway's own host gave up while it started. The factory often can't tell: it finds
/// the host already disposed and reports that instead. Deaf to every other category, so that a
/// gateway without logs stays one.
/// </summary>
[ProviderAlias("GatewayBenchStart")]
internal sealed class StartLog : ILoggerProvider, ILogger
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    public Exception? Failure { get; private set; }

    public void AddTo(ILoggingBuilder logging) =>
        logging
            .AddProvider(this)
            .AddFilter<StartLog>(
                (category, level) => category == HostCategory && level >= LogLevel.Error
            );

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Failure ??= exception;

    public void Dispose() { }
}
