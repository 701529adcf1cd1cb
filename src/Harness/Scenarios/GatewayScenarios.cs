namespace GatewayBench;

/// <summary>Scenarios for the endpoints that most gateways have.</summary>
public static partial class GatewayScenarios
{
    /// <summary>A health endpoint: JSON that says <c>healthy</c>.</summary>
    public static Scenario Health(string path) =>
        Scenario
            .Http($"GET {path}", user => user.Get(path))
            .Check(
                "is healthy",
                reply => "healthy".Equals(reply.Json("status"), StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>A Prometheus endpoint: text that declares metrics and ends with a whole line.</summary>
    public static Scenario Metrics(string path = "/metrics") =>
        Scenario
            .Http($"GET {path}", user => user.Get(path))
            .Check("declares metrics", reply => reply.Body.IndexOf("# TYPE "u8) >= 0)
            .Check("is whole", reply => reply.Body is [.., (byte)'\n']);
}
