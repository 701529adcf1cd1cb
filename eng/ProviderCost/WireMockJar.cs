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

    /// <summary>
    /// Writes the one stub that answers what the provider answered, by method and path, which is what
    /// costs WireMock least. One behind it answers whoever asks whether the server is there: WireMock
    /// would explain at length what it lacks.
    /// </summary>
    /// <param name="root">WireMock's own folder.</param>
    /// <param name="answer">The body.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task WriteStubsAsync(string root, byte[] answer, CancellationToken stop)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        var mappings = new object[]
        {
            new
            {
                priority = 1,
                request = new { method = "POST", urlPath = ChatCall.Path },
                response = new
                {
                    status = 200,
                    headers,
                    body = Encoding.UTF8.GetString(answer),
                },
            },
            new
            {
                priority = 10,
                request = new { method = "ANY", urlPath = "/" },
                response = new { status = 404 },
            },
        };
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(root, "mappings")).FullName;
        await File.WriteAllBytesAsync(
            System.IO.Path.Combine(folder, "stubs.json"),
            JsonSerializer.SerializeToUtf8Bytes(new { mappings }),
            stop
        );
    }
}
