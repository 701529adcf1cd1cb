namespace GatewayBench.Cli.Tests;

/// <summary>A server to load and a folder for what runs store, both gone after the test.</summary>
public abstract class RunFixture : IAsyncLifetime
{
    private LoadedServer? _server;

    private protected LoadedServer Server => _server!;

    private protected string Folder { get; } =
        Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public async ValueTask InitializeAsync() => _server = await LoadedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A short run without a warm-up.</summary>
    private protected Task<ToolResult> RunOnceAsync(string folder, params string[] args) =>
        ToolInProcess.RunAsync([
            "run",
            "--target",
            Server.Url,
            "--duration",
            "100ms",
            "--warm-up",
            "0ms",
            "--out",
            folder,
            .. args,
        ]);

    /// <summary>The path of a bench file with all that comes after its version.</summary>
    private protected string Write(string text)
    {
        var file = Path.Combine(Folder, "bench.yaml");
        File.WriteAllText(file, $"schemaVersion: 1\n{text}\n");
        return file;
    }

    /// <summary>The file of the only result under a folder.</summary>
    private protected static string StoredIn(string folder) =>
        Directory.GetFiles(folder, "result.json", SearchOption.AllDirectories).Single();

    private protected static LoadResult Read(string file) =>
        ResultFile.Deserialize(File.ReadAllBytes(file));
}
