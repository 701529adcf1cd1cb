using System.Net;
using System.Text.Json;
using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>The list of a caller's runs, page by page, on both kinds of store.</summary>
public sealed class RunListTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    public static TheoryData<string> Stores => TestStore.Kinds;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task Runs_are_listed_newest_first_page_by_page(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", store.Settings)
        {
            Agent = agent,
            Clock = clock,
        };
        using var client = gateway.Connect();
        var ids = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            ids.Insert(0, await client.SubmittedAsync());
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var first = await ListAsync(client, "?limit=2");
        var rest = await ListAsync(client, $"?limit=2&before={first.Text("next_before")}");

        Assert.Equal(ids[..2], Ids(first));
        Assert.Equal(ids[2..], Ids(rest));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next_before").ValueKind);
    }

    [Theory]
    [InlineData("sqlite", "%00", "\0")]
    [InlineData("postgres", "%00", "\0")]
    [InlineData("postgres", "run_%00", "run_\0")]
    [InlineData("postgres", "%1F", "\u001f")]
    [InlineData("postgres", "%ED%A0%80", null)]
    [InlineData("sqlite", "somewhere", "somewhere")]
    [InlineData("sqlite", "run_0123456789ABCDEF0123456789ABCDEF", null)]
    public async Task A_page_before_what_is_no_run_is_refused_by_name(
        string kind,
        string before,
        string? shown
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", store.Settings)
        {
            Agent = agent,
        };
        using var client = gateway.Connect();

        using var response = await client.GetAsync($"/v1/runs?before={before}", Cancelled);

        var told = (await response.ProblemAsync(400)).Text("detail");
        Assert.StartsWith($"before is '{shown}", told, StringComparison.Ordinal);
        Assert.EndsWith("': the id of a run is expected.", told, StringComparison.Ordinal);
    }

    internal static async Task<JsonElement> ListAsync(HttpClient client, string query)
    {
        using var response = await client.GetAsync($"/v1/runs{query}", Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }

    internal static IEnumerable<string> Ids(JsonElement list) =>
        list.GetProperty("runs").EnumerateArray().Select(run => run.Text("id"));
}
