using GatewayBench.Tests.Baselines;

namespace GatewayBench.Cli.Tests;

/// <summary>A folder with stored results, a store and a page, gone after the test.</summary>
internal sealed class BaselineFiles : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public string Store => PathOf("baselines");

    public string Page => PathOf("BASELINES.md");

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Stores a result as a run does.</summary>
    /// <returns>The run's folder.</returns>
    public string Put(string name, LoadResult result)
    {
        var folder = Directory.CreateDirectory(PathOf(name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, "result.json"), ResultFile.Serialize(result));
        return folder;
    }

    public Task<ToolResult> RecordAsync(params string[] args) =>
        ToolInProcess.RunAsync(["baseline", "record", "--store", Store, "--page", Page, .. args]);

    public Task<ToolResult> CheckAsync(params string[] args) =>
        ToolInProcess.RunAsync(["baseline", "check", "--store", Store, .. args]);

    public Task<ToolResult> ListAsync() =>
        ToolInProcess.RunAsync("baseline", "list", "--store", Store);

    /// <summary>Records one run of 1,000/s.</summary>
    public async Task RecordOneAsync() =>
        Assert.Equal(0, (await RecordAsync(Put("one", Runs.Of(1_000)))).ExitCode);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
