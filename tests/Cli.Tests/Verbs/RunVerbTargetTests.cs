using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GatewayBench.Cli.Tests;

/// <summary>The options that say what is loaded, and over which connections.</summary>
public sealed class RunVerbTargetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Connections_are_kept_unless_fresh_ones_are_asked_for()
    {
        await using var kept = await LoadedServer.StartAsync();
        await using var fresh = await LoadedServer.StartAsync();

        var plain = await RunAsync(kept.Url);
        var anew = await RunAsync(fresh.Url, "--fresh");

        // The exchange that asks whether the target can be reached has a client of its own.
        Assert.InRange(kept.Connections.Count, 1, 3);
        Assert.True(kept.Requests > 3);
        Assert.Equal(fresh.Requests, fresh.Connections.Count);
        Assert.True(fresh.Requests > 3);
        Assert.DoesNotContain("fresh connections", plain.Output, StringComparison.Ordinal);
        Assert.Contains("remote, fresh connections", anew.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_speaks_nothing_but_http2_needs_the_option()
    {
        await using var server = await LoadedServer.StartAsync(HttpProtocols.Http2);

        var without = await RunAsync(server.Url);
        var with = await RunAsync(server.Url, "--http2");

        // The server answers, but no request of HTTP/1.1.
        Assert.Equal(1, without.ExitCode);
        // Whether the machine was quiet is not for this test to say.
        Assert.True(with.ExitCode is 0 or 3, with.Error);
        Assert.Contains("remote, HTTP/2", with.Output, StringComparison.Ordinal);
        Assert.True(server.Requests > 3);
    }

    [Fact]
    public async Task A_host_that_is_allowed_by_name_is_tried_and_no_other()
    {
        // Reserved: such a name never resolves (RFC 6761, 6.4).
        const string Url = "http://gateway.invalid";

        var refused = await RunAsync(Url, "--allow", "other.invalid");
        var tried = await RunAsync(Url, "--allow", "other.invalid", "--allow", "gateway.invalid");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("add --allow gateway.invalid", refused.Error, StringComparison.Ordinal);
        Assert.Equal(4, tried.ExitCode);
        Assert.Contains(
            "'http://gateway.invalid/' can't be reached",
            tried.Error,
            StringComparison.Ordinal
        );
    }

    private Task<ToolResult> RunAsync(string url, params string[] args) =>
        ToolInProcess.RunAsync([
            "run",
            "--target",
            url,
            "--users",
            "1",
            "--duration",
            "500ms",
            "--warm-up",
            "0ms",
            "--out",
            _folder,
            .. args,
        ]);
}
