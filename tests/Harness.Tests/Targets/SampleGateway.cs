namespace GatewayBench.Tests.Targets;

internal static class SampleGateway
{
    /// <summary>The sample gateway with a provider address that nothing listens at.</summary>
    public static GatewayHost<Program> WithoutProvider() =>
        new GatewayHost<Program>().UseSetting("OpenAI:Endpoint", "http://127.0.0.1:9/v1");
}
