using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>Lets a test wait for a chat's outcome where no answer comes back to tell it.</summary>
internal sealed class OutcomeProbe : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly TaskCompletionSource<string> _outcome = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public OutcomeProbe(TestGateway gateway)
    {
        var scope = gateway.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (
                ReferenceEquals(instrument.Meter.Scope, scope)
                && instrument.Name == "gateway.chat.requests"
            )
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => _outcome.TrySetResult((string)tags[0].Value!)
        );
        _listener.Start();
    }

    public Task<string> First => _outcome.Task.WaitAsync(TestContext.Current.CancellationToken);

    public void Dispose() => _listener.Dispose();
}
