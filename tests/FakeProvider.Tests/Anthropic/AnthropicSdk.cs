using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

/// <summary>Anthropic's own SDK, as it comes from npm.</summary>
internal static class AnthropicSdk
{
    /// <param name="baseAddress">The provider's.</param>
    /// <param name="arguments">Those of sdk.mjs after the URL.</param>
    public static async Task<JsonElement> RunAsync(Uri baseAddress, params string[] arguments)
    {
        var output = await NodeScript.RunAsync(
            "@anthropic-ai/sdk",
            "Anthropic/sdk.mjs",
            [baseAddress.ToString().TrimEnd('/'), .. arguments]
        );
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>Asks for a message and expects it to fail.</summary>
    /// <param name="baseAddress">The provider's.</param>
    /// <param name="change">JSON that is laid over the request.</param>
    /// <param name="maxRetries">How often the SDK may try again; 2 is its default.</param>
    public static async Task<SdkError> FailAsync(
        Uri baseAddress,
        string change = "{}",
        int maxRetries = 0
    )
    {
        var error = await RunAsync(baseAddress, "fail", change, $"{maxRetries}");
        return error.Deserialize<SdkError>(JsonSerializerOptions.Web)!;
    }
}

/// <param name="Name">The class of the SDK's error.</param>
/// <param name="Status">HTTP's.</param>
/// <param name="Type">Anthropic's.</param>
/// <param name="Message">The SDK's, with the body in it.</param>
/// <param name="RequestId">As the SDK read it.</param>
/// <param name="Gaps">Milliseconds between the starts of attempts.</param>
internal sealed record SdkError(
    string Name,
    int Status,
    string? Type,
    string Message,
    string? RequestId,
    double[] Gaps
);
