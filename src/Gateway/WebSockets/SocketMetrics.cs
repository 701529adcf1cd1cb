using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>Counts sockets and the turns that are taken on them.</summary>
internal sealed class SocketMetrics
{
    private readonly UpDownCounter<long> _open;
    private readonly Counter<long> _turns;

    public SocketMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GatewayMetrics.MeterName);
        _open = meter.CreateUpDownCounter<long>(
            "gateway.websocket.open",
            "{socket}",
            "WebSockets that are open."
        );
        _turns = meter.CreateCounter<long>(
            "gateway.websocket.turns",
            "{turn}",
            "Turns over WebSockets by how they ended."
        );
    }

    public void Opened() => _open.Add(1);

    public void Closed() => _open.Add(-1);

    public void TurnEnded(string outcome) =>
        _turns.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));
}
