using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

/// <summary>
/// The real WireMock, on a free port of loopback, with a folder of mappings. One process serves all
/// tests of a class; it starts with the first.
/// </summary>
public sealed partial class WireMockJar : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("wiremock-oracle-").FullName;
    private Process? _process;
    private HttpClient? _client;

    public string MappingsFolder => Path.Combine(_root, "mappings");

    /// <summary>A client to it, once it has read what is in the folder now.</summary>
    public async Task<HttpClient> LoadAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _client ??= await StartAsync();
        using var reset = await _client.PostAsync("__admin/reset", null, cancellation);
        reset.EnsureSuccessStatusCode();
        return _client;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        Directory.Delete(_root, recursive: true);
    }

    private async Task<HttpClient> StartAsync()
    {
        _process = Process.Start(Command())!;
        // What nobody reads would fill its pipe, and then stop it.
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (PortLine().Match(line) is { Success: true } port)
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                var number = int.Parse(port.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                return StubAnswer.Client(new Uri($"http://127.0.0.1:{number}/"));
            }
        }
        throw new InvalidOperationException("WireMock ended before it named its port.");
    }

    private ProcessStartInfo Command()
    {
        var folder = Repository.PathOf("eng", "npm", "node_modules", "wiremock", "build");
        var jar = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.jar").FirstOrDefault()
            : null;
        var java = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(path => Path.Combine(path, "java"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(
            jar is null || java is null,
            "Compares with WireMock; for that: "
                + "apt-get install default-jdk-headless npm, "
                + "and npm ci --ignore-scripts --prefix eng/npm"
        );
        Directory.CreateDirectory(MappingsFolder);
        string[] arguments =
        [
            "-jar",
            jar,
            "--port",
            "0",
            "--bind-address",
            "127.0.0.1",
            "--root-dir",
            _root,
        ];
        return new ProcessStartInfo(java, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    [GeneratedRegex(@"^port:\s+(\d+)")]
    private static partial Regex PortLine();
}
