using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>Where a store is, what a start makes of it, and what a stop leaves.</summary>
public sealed partial class StoreStartTests(PostgresServer server)
{
    public static TheoryData<string> Stores => TestStore.Kinds;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_later_start_finds_what_was_stored(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();

        for (var start = 0; start < 2; start++)
        {
            await using var gateway = Start(store, agent);
            using var client = gateway.Connect();
            (await client.ChatAsync("""{"message":"Hi","session_id":"a"}""")).Dispose();
        }

        Assert.Equal(["Hi", "Hello!", "Hi"], agent.Asked[1]);
        Assert.Equal(1, await store.ReadAsync<long>("SELECT COUNT(*) FROM schema_steps"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Gateways_that_start_together_on_an_empty_store_both_start(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();

        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(n =>
                    Task.Run(
                        async () =>
                        {
                            await using var gateway = Start(store, agent);
                            using var client = gateway.Connect();
                            using var chat = await client.ChatAsync();
                            Assert.True(chat.IsSuccessStatusCode);
                        },
                        Cancelled
                    )
                )
        );

        Assert.Equal((3, 3, 3), await store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_store_of_a_newer_gateway_is_refused(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        var migrator = ActivatorUtilities.CreateInstance<StoreMigrator>(gateway.Services);
        await store.ExecuteAsync("INSERT INTO schema_steps (step) VALUES (1), (2)");

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            migrator.StartingAsync(Cancelled)
        );

        Assert.Equal(
            "The store's tables are of version 3: this gateway knows versions up to 1. "
                + "Start one that is as new as the store.",
            e.Message
        );
    }

    [Fact]
    public async Task Gateways_that_are_told_nothing_share_nothing_and_leave_nothing()
    {
        using var agent = new ScriptedAgent();
        using var logs = new RecordedLogs();
        await using (var one = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent })
        await using (
            var other = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent, Logs = logs }
        )
        {
            using var client = one.Connect();
            (await client.ChatAsync("""{"message":"Hi","session_id":"a"}""")).Dispose();
            using var stranger = other.Connect();

            using var response = await stranger.GetAsync("/api/sessions/a", Cancelled);

            await response.ProblemAsync(404);
            Assert.True(File.Exists(FileOf(logs)));
        }
        Assert.False(Directory.Exists(Path.GetDirectoryName(FileOf(logs))));
    }

    [Fact]
    public void A_file_of_its_own_is_in_a_folder_that_only_its_owner_may_open()
    {
        using var file = new SqliteFile(new StoreOptions(), "/nowhere");
        var folder = Path.GetDirectoryName(file.DataSource)!;

        Assert.StartsWith(Path.GetTempPath(), folder, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(folder)
            );
        }
    }

    [Fact]
    public void A_relative_file_is_below_the_content_root_in_a_folder_that_is_made()
    {
        var root = Directory.CreateTempSubdirectory("root-");
        try
        {
            var options = new StoreOptions { ConnectionString = "Data Source=data/gateway.db" };

            using var file = new SqliteFile(options, root.FullName);

            Assert.Equal(Path.Combine(root.FullName, "data", "gateway.db"), file.DataSource);
            Assert.True(Directory.Exists(Path.Combine(root.FullName, "data")));
            Assert.False(file.IsTemporary);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("sqlite", "Data Source=:memory:")]
    [InlineData("sqlite", "Data Source=a;Mode=Memory")]
    [InlineData("sqlite", "Host=db;Password=secret")]
    [InlineData("postgres", "")]
    [InlineData("postgres", "Database=x")]
    [InlineData("postgres", "Nonsense=secret")]
    public void A_connection_string_that_cannot_work_is_refused_without_being_shown(
        string provider,
        string connectionString
    )
    {
        var options = new StoreOptions { Provider = provider, ConnectionString = connectionString };

        var result = new StoreOptions.Validator().Validate(null, options);

        Assert.StartsWith(
            "Store:ConnectionString is '(hidden: it may hold a secret)': allowed is a connection string ",
            result.FailureMessage,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("=secret", result.FailureMessage, StringComparison.Ordinal);
    }

    private static TestGateway Start(TestStore store, ScriptedAgent agent) =>
        new("http://127.0.0.1:1/v1", store.Settings) { Agent = agent };

    private static string FileOf(RecordedLogs logs) =>
        Assert
            .Single(logs.Lines.Select(line => KeptIn().Match(line.Text)), match => match.Success)
            .Groups[1]
            .Value;

    [GeneratedRegex("kept in (.+) until the gateway stops")]
    private static partial Regex KeptIn();
}
