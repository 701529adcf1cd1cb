using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>The gateway's own instruments, on a meter of this host alone.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "Gateway";

    private readonly Counter<long> _chats;

    public GatewayMetrics(IMeterFactory meters) =>
        _chats = meters
            .Create(MeterName)
            .CreateCounter<long>(
                "gateway.chat.requests",
                "{request}",
                "Chat requests by how they ended."
            );

    public void ChatEnded(string outcome) =>
        _chats.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));
}
