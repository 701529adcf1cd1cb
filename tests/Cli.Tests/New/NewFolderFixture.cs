namespace GatewayBench.Cli.Tests;

/// <summary>A folder for new projects, with a gateway to make them for.</summary>
public abstract class NewFolderFixture : IDisposable
{
    protected NewFolderFixture() =>
        Gateway = Write(
            "Shop/Shop.csproj",
            """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup /></Project>"""
        );

    /// <summary>The project file of an imagined gateway.</summary>
    protected string Gateway { get; }

    protected string Folder { get; } = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string At(params string[] parts) => Path.Combine([Folder, .. parts]);

    protected string Read(params string[] parts) => File.ReadAllText(At(parts));

    protected string Write(string file, string text)
    {
        var path = At(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    protected string[] Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(At(folder), file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    private protected static Task<ToolResult> NewAsync(params string[] args) =>
        ToolInProcess.RunAsync(["new", .. args]);
}
