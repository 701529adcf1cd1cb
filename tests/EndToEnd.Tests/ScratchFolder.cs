namespace GatewayBench.EndToEnd;

/// <summary>A folder outside the repository, gone after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public string Sub(string name) =>
        Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Copy(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(source, file);
            if (
                relative.Split('/', '\\') is var parts
                && !parts.Contains("bin")
                && !parts.Contains("obj")
            )
            {
                var target = System.IO.Path.Combine(Path, relative);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
