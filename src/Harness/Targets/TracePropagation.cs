using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>
/// Makes a hosted gateway pass trace ids on. With its logs off and nobody listening, ASP.NET Core
/// makes no activity of an incoming <c>traceparent</c>, and the gateway's clients have none to send.
/// Only the context is asked for, which costs least, and only of this gateway.
/// </summary>
internal sealed class TracePropagation : IDisposable
{
    private readonly ActivityListener _listener;

    /// <param name="gateway">The started gateway's services.</param>
    public TracePropagation(IServiceProvider gateway)
    {
        var source = gateway.GetService<ActivitySource>();
        _listener = new ActivityListener
        {
            // By identity: the fake provider in this process has a source of the same name.
            ShouldListenTo = other => ReferenceEquals(other, source),
            Sample = static (ref _) => ActivitySamplingResult.PropagationData,
            SampleUsingParentId = static (ref _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();
}
