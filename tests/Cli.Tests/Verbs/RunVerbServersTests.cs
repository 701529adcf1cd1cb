using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

/// <summary>Servers behind the gateway that a bench file names.</summary>
public sealed class RunVerbServersTests : RunFixture
{
    private const string Rest = """
        scenarios: [{ steps: [{ path: /a }] }]
        load: { users: 1, duration: 1500ms }
        warmUp: 0s
        """;

    [Fact]
    public async Task They_are_watched_beside_the_load_and_their_passwords_are_shown_to_nobody()
    {
        await using var postgres = await PostgresCluster.StartAsync();
        await using var redis = await RedisServer.StartAsync("--requirepass", "red-hush");
        var address = await postgres.CreateDatabaseAsync();

        var tool = await RunAsync(
            $$"""
            target:
              url: {{Server.Url}}
              postgres: {{address}};Password=post-hush
              redis: {{redis.Address}}
              redisPassword: red-hush
            {{Rest}}
            """
        );

        var stored = StoredIn(Folder);
        var row = Assert.Single(Read(stored).Rows);
        Assert.All(
            ["postgres.connections{state=idle}", "redis.connected_clients"],
            name =>
                Assert.Contains(
                    row.Series,
                    one => one.Name == name && one.Values.Any(value => value is not null)
                )
        );
        Assert.All(
            [
                tool.Output,
                tool.Error,
                .. Directory
                    .EnumerateFiles(Path.GetDirectoryName(stored)!)
                    .Select(file => File.ReadAllText(file)),
            ],
            text => Assert.DoesNotContain("-hush", text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("redis: 127.0.0.1:1", "target.redis is '127.0.0.1:1', which does not answer INFO")]
    [InlineData("postgres: Host=127.0.0.1;Port=1", "target.postgres does not answer: ")]
    [InlineData("postgres: Host=127.0.0.1;Hist=x", "target.postgres does not answer: ")]
    public async Task One_that_does_not_answer_ends_the_run_before_it_begins(
        string server,
        string expected
    )
    {
        var tool = await RunAsync(
            $$"""
            target:
              url: {{Server.Url}}
              {{server}}
            {{Rest}}
            """
        );

        Assert.Equal(ExitCodes.NotStarted, tool.ExitCode);
        Assert.Contains(expected, tool.Error, StringComparison.Ordinal);
        Assert.Equal(0, Server.Requests);
    }

    private Task<ToolResult> RunAsync(string bench) =>
        ToolInProcess.RunAsync("run", Write(bench), "--out", Folder);
}
