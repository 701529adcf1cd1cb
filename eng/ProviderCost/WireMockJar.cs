using System.Text;
using System.Text.Json;

namespace GatewayBench.ProviderCost;

/// <summary>The jar that npm's <c>wiremock</c> ships; its version is pinned in <c>eng/npm</c>.</summary>
internal static class WireMockJar
{
    public const string Install =
        "apt-get install default-jdk-headless npm; npm ci --ignore-scripts --prefix eng/npm";

    private static readonly string Folder = System.IO.Path.Combine(
        NpmFolder.Modules,
        "wiremock",
        "build"
    );

    /// <summary>Null without Java, or without the jar.</summary>
    public static string? Path =>
        Peer.IsOnPath("java") && Directory.Exists(Folder)
            ? Directory.EnumerateFiles(Folder, "*.jar").FirstOrDefault()
            : null;

    /// <summary>Writes the one stub that answers what the provider answered, whatever is asked.</summary>
    /// <param name="root">WireMock's own folder.</param>
    /// <param name="answer">The body.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task WriteStubAsync(string root, byte[] answer, CancellationToken stop)
    {
        var mappings = Directory.CreateDirectory(System.IO.Path.Combine(root, "mappings")).FullName;
        var stub = new
        {
            // Only by method and path, which is what costs WireMock least.
            request = new { method = "POST", urlPath = ChatCall.Path },
            response = new
            {
                status = 200,
                headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
                body = Encoding.UTF8.GetString(answer),
            },
        };
        await File.WriteAllBytesAsync(
            System.IO.Path.Combine(mappings, "chat.json"),
            JsonSerializer.SerializeToUtf8Bytes(stub),
            stop
        );
    }
}
