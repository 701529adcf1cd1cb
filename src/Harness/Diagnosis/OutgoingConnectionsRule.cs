namespace GatewayBench;

/// <summary>Requests to the provider wait for a connection.</summary>
internal static class OutgoingConnectionsRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "outgoing_connections",
            Title = "outgoing connection limit",
            Read = signals =>
                signals.Max(new SeriesPattern("http.client.request.time_in_queue", "p99")),
            Floor = 0.1,
            Cause = "MaxConnectionsPerServer is less than the calls that are under way at once",
            NextStep = "raise MaxConnectionsPerServer of the client to the provider, or use HTTP/2",
            Felt = symptom => WaitEffect.Of(symptom) ?? Effect.Failures(symptom),
        };
}
