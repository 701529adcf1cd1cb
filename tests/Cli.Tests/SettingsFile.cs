namespace GatewayBench.Cli.Tests;

/// <summary>A settings file that is gone after the test.</summary>
internal sealed class SettingsFile : IDisposable
{
    public SettingsFile(string json) => File.WriteAllText(Path, json);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
