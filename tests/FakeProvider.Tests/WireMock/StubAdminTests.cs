using System.Net;
using System.Text;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class StubAdminTests
{
    private const string Id = "7c2a86a5-1111-2222-3333-444444444444";
    private const string Stub =
        $$$"""{"id":"{{{Id}}}","name":"n","request":{"url":"/a"},"response":{"body":"x"}}""";

    [Fact]
    public async Task A_mapping_is_added_shown_and_deleted()
    {
        await using var client = await ProviderClient.StartAsync();

        var added = await client.PostAsync("__admin/mappings", Stub);
        Assert.Equal(
            Id,
            (await added.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()
        );
        Assert.Equal("x", await TextAsync(client, "a"));

        var list = await GetAsync(client, "__admin/mappings");
        Assert.Equal(1, list.GetProperty("meta").GetProperty("total").GetInt32());
        Assert.Equal(
            "/a",
            list.GetProperty("mappings")[0].GetProperty("request").GetProperty("url").GetString()
        );
        Assert.Equal(
            "n",
            (await GetAsync(client, $"__admin/mappings/{Id}")).GetProperty("name").GetString()
        );

        Assert.Equal(
            HttpStatusCode.OK,
            await StatusAsync(client, HttpMethod.Delete, $"__admin/mappings/{Id}")
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            await StatusAsync(client, HttpMethod.Delete, $"__admin/mappings/{Id}")
        );
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, HttpMethod.Get, "a"));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        await using var client = await ProviderClient.StartAsync();
        await client.PostAsync("__admin/mappings", Stub);

        var again = await client.PostAsync("__admin/mappings", Stub);

        var error = (await again.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetProperty(
            "errors"
        )[0];
        Assert.Equal(109, error.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task What_the_list_shows_can_be_added_again()
    {
        await using var client = await ProviderClient.StartAsync(o => o.Stubs.AddJson(Stub));
        var shown = (await GetAsync(client, "__admin/mappings"))
            .GetProperty("mappings")[0]
            .GetRawText();
        await StatusAsync(client, HttpMethod.Delete, "__admin/mappings");

        var added = await client.PostAsync("__admin/mappings", shown);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("x", await TextAsync(client, "a"));
    }

    [Fact]
    public async Task A_reset_goes_back_to_the_start()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Stubs.AddJson(
                """{"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"on","request":{"url":"/s"}}"""
            )
        );
        await client.PostAsync("__admin/mappings", Stub);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Get, "s"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, HttpMethod.Get, "s"));
        Assert.Equal("on", await StateAsync(client));

        await client.PostAsync("__admin/reset", "");

        Assert.Equal("Started", await StateAsync(client));
        Assert.Equal(0, await CountAsync(client, "{}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, HttpMethod.Get, "a"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Get, "s"));
        await client.PostAsync("__admin/scenarios/reset", "");
        Assert.Equal("Started", await StateAsync(client));
    }

    [Fact]
    public async Task Requests_are_counted_and_found_whether_they_matched_or_not()
    {
        await using var client = await ProviderClient.StartAsync(o => o.Stubs.AddJson(Stub));
        await client.PostAsync("a?q=1", "one");
        await client.PostAsync("a", "two");
        await client.AskAsync("hello");

        Assert.Equal(3, await CountAsync(client, "{}"));
        Assert.Equal(1, await CountAsync(client, """{"url":"/a"}"""));
        Assert.Equal(2, await CountAsync(client, """{"urlPath":"/a"}"""));
        Assert.Equal(
            1,
            await CountAsync(client, """{"bodyPatterns":[{"matchesJsonPath":"$.messages"}]}""")
        );

        var found = await client.PostAsync(
            "__admin/requests/find",
            """{"bodyPatterns":[{"equalTo":"one"}]}"""
        );
        var request = (await found.JsonAsync()).GetProperty("requests")[0];
        Assert.Equal("/a?q=1", request.GetProperty("url").GetString());
        Assert.Equal("POST", request.GetProperty("method").GetString());
        Assert.Equal("one", request.GetProperty("body").GetString());
        Assert.Equal("b25l", request.GetProperty("bodyAsBase64").GetString());

        var all = (await GetAsync(client, "__admin/requests")).GetProperty("requests");
        Assert.Equal(
            [false, true, false],
            all.EnumerateArray().Select(entry => entry.GetProperty("wasMatched").GetBoolean())
        );
    }

    [Fact]
    public async Task The_journal_keeps_the_latest_requests()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Stubs.AddJson(Stub);
            o.Stubs.JournalSize = 2;
        });
        foreach (var body in new[] { "1", "2", "3" })
        {
            await client.PostAsync("a", body);
        }

        var requests = (await GetAsync(client, "__admin/requests")).GetProperty("requests");

        Assert.Equal(
            ["3", "2"],
            requests
                .EnumerateArray()
                .Select(entry => entry.GetProperty("request").GetProperty("body").GetString())
        );
    }

    [Fact]
    public async Task Without_a_stub_there_is_no_journal_and_it_says_so()
    {
        await using var client = await ProviderClient.StartAsync();
        await client.AskAsync("hello");

        var list = await GetAsync(client, "__admin/requests");
        Assert.True(list.GetProperty("requestJournalDisabled").GetBoolean());
        var count = await client.PostAsync("__admin/requests/count", "{}");
        Assert.Contains(
            "Stubs.JournalSize",
            $"{await count.JsonAsync(HttpStatusCode.BadRequest)}",
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("GET", "__admin", HttpStatusCode.NotFound)]
    [InlineData("GET", "__admin/nothing", HttpStatusCode.NotFound)]
    [InlineData("PUT", "__admin/mappings", HttpStatusCode.NotFound)]
    [InlineData(
        "PATCH",
        "__admin/mappings/7c2a86a5-1111-2222-3333-444444444444",
        HttpStatusCode.NotFound
    )]
    [InlineData("GET", "__admin/mappings/x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "__admin/requests?limit=2", HttpStatusCode.BadRequest)]
    public async Task What_the_admin_API_does_not_have_is_refused(
        string method,
        string path,
        HttpStatusCode expected
    )
    {
        await using var client = await ProviderClient.StartAsync();

        Assert.Equal(expected, await StatusAsync(client, new HttpMethod(method), path));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task Where_other_machines_can_come_the_admin_API_has_to_be_allowed(
        bool isAllowed,
        HttpStatusCode expected
    )
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.AllowRemoteClients = true;
            o.Stubs.AllowRemoteAdmin = isAllowed;
            o.Stubs.AddJson(Stub);
        });

        Assert.Equal(expected, await StatusAsync(client, HttpMethod.Get, "__admin/mappings"));
        Assert.Equal("x", await TextAsync(client, "a"));
    }

    private static Task<string> TextAsync(ProviderClient client, string path) =>
        client.Http.GetStringAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

    private static async Task<JsonElement> GetAsync(ProviderClient client, string path) =>
        JsonDocument.Parse(await TextAsync(client, path)).RootElement;

    private static async Task<HttpStatusCode> StatusAsync(
        ProviderClient client,
        HttpMethod method,
        string path
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = method == HttpMethod.Get ? null : new StringContent("", Encoding.UTF8);
        using var response = await client.Http.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        return response.StatusCode;
    }

    private static async Task<int> CountAsync(ProviderClient client, string pattern) =>
        (await (await client.PostAsync("__admin/requests/count", pattern)).JsonAsync())
            .GetProperty("count")
            .GetInt32();

    private static async Task<string?> StateAsync(ProviderClient client) =>
        (await GetAsync(client, "__admin/scenarios"))
            .GetProperty("scenarios")[0]
            .GetProperty("state")
            .GetString();
}
