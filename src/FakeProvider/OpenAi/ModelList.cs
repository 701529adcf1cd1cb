using System.Text;

namespace GatewayBench;

/// <summary>The fixed answer of <c>GET /v1/models</c>; chat requests may name any other model.</summary>
internal static class ModelList
{
    private static readonly string[] Names = ["gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini"];

    public static byte[] Json { get; } =
        Encoding.UTF8.GetBytes(
            $$"""{"object":"list","data":[{{string.Join(',', Names.Select(Entry))}}]}"""
        );

    private static string Entry(string name) =>
        $$"""{"id":"{{name}}","object":"model","created":1700000000,"owned_by":"gatewaybench"}""";
}
