using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Gateway.Tests;

public sealed class SearchEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "application/json",
        """[{"id":"a","title":"Whales","text":"Big."},{"id":"b","title":"Ants","text":"Small."}]"""
    )]
    [InlineData(
        "application/x-ndjson",
        """
            {"id":"a","title":"Whales","text":"Big."}
            {"id":"b","title":"Ants","text":"Small."}
            """
    )]
    public async Task Documents_are_put_and_found(string type, string body)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var put = await PutAsync(client, type, body);
        using var again = await PutAsync(client, type, body);
        using var found = await SearchAsync(client, """{"query":"whale","count":3}""");

        Assert.Equal(
            """{"changed":2,"documents":2}""",
            await put.Content.ReadAsStringAsync(Cancelled)
        );
        Assert.Equal(
            """{"changed":0,"documents":2}""",
            await again.Content.ReadAsStringAsync(Cancelled)
        );
        var document = Assert.Single(
            (await found.JsonAsync()).GetProperty("documents").EnumerateArray()
        );
        Assert.Equal("a", document.Text("id"));
        Assert.Equal("Whales", document.Text("title"));
        Assert.Equal("Big.", document.Text("text"));
        Assert.Equal(1.0 / 61, document.GetProperty("score").GetDouble(), 12);
        Assert.Equal(2, (await client.MetricsAsync()).Value("gateway_search_documents"));
    }

    [Theory]
    [InlineData("{}", "query", "query is missing: a text of 1 to 1000 characters")]
    [InlineData("""{"query":" "}""", "query", "query is ' ': a text")]
    [InlineData("""{"query":7}""", "query", "query is 7: a string of valid Unicode")]
    [InlineData("""{"query":"\ud800"}""", "query", "query is \"\\ud800\": a string of valid")]
    [InlineData("""{"query":"a","count":0}""", "count", "count is 0: a whole number from 1 to 50")]
    [InlineData("""{"query":"a","count":1.5}""", "count", "count is 1.5: a whole number")]
    [InlineData("""{"query":"a","count":"3"}""", "count", "count is \"3\": a whole number")]
    [InlineData("[]", "body", "body is []: a JSON object is expected")]
    [InlineData("{", "body", "body is no JSON (line 1, byte 2): a JSON object with query")]
    public async Task A_bad_search_is_refused_naming_field_value_and_what_is_allowed(
        string body,
        string field,
        string expected
    )
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await SearchAsync(client, body);

        await AssertRefusedAsync(response, field, expected);
    }

    [Theory]
    [InlineData("application/json", "{", "body", "body is no JSON (line 1, byte 2): an array")]
    [InlineData("application/json", "{}", "body", "body: {}: an array is expected")]
    [InlineData("application/json", "[1]", "document 1", "document 1: 1: an object with id")]
    [InlineData("application/jsonl", "{}", "line 1", "line 1: id is missing")]
    public async Task Bad_documents_are_refused_and_none_of_them_is_taken(
        string type,
        string body,
        string place,
        string expected
    )
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();
        const string good = """{"id":"a","title":"Whales","text":"Big."}""";
        if (place != "body")
        {
            body = type.EndsWith("json", StringComparison.Ordinal)
                ? $"[1,{good}]"
                : $"{body}\n{good}";
        }

        using var response = await PutAsync(client, type, body);

        await AssertRefusedAsync(response, place, expected);
        Assert.Equal(0, (await client.MetricsAsync()).Value("gateway_search_documents"));
    }

    [Fact]
    public async Task Too_many_bytes_and_other_types_are_refused()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Search:MaxBodyBytes", "1024")
        );
        // One each: a body that is refused unread ends its connection.
        using var first = gateway.Connect();
        using var second = gateway.Connect();
        using var third = gateway.Connect();

        using var lines = await PutAsync(first, "application/jsonl", new string(' ', 1025));
        using var array = await PutAsync(second, "application/json", new string(' ', 1025));
        using var text = await PutAsync(third, "text/plain", "x");

        Assert.Equal(
            "The body is 1025 bytes: at most 1024 bytes are allowed.",
            (await lines.ProblemAsync(413)).Text("detail")
        );
        await array.ProblemAsync(413);
        await text.ProblemAsync(415);
    }

    [Fact]
    public async Task A_corpus_is_there_at_the_first_request()
    {
        var corpus = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                corpus,
                """{"id":"a","title":"Whales","text":"Big."}""" + "\n",
                Cancelled
            );
            await using var gateway = new TestGateway(
                "http://127.0.0.1:1/v1",
                ("Search:Corpus", corpus)
            );
            using var client = gateway.Connect();

            using var found = await SearchAsync(client, """{"query":"whales"}""");

            Assert.Equal(1, (await found.JsonAsync()).GetProperty("documents").GetArrayLength());
        }
        finally
        {
            File.Delete(corpus);
        }
    }

    [Fact]
    public async Task A_file_that_fails_is_a_problem_with_a_reason_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("search-");
        using var logs = new RecordedLogs();
        try
        {
            var database = Path.Combine(folder.FullName, "documents.db");
            await using var gateway = new TestGateway(
                "http://127.0.0.1:1/v1",
                ("Search:Database", database)
            )
            {
                Logs = logs,
            };
            using var client = gateway.Connect();
            using var put = await PutAsync(
                client,
                "application/json",
                """[{"id":"a","title":"Whales","text":"Big."}]"""
            );
            await using var other = new SqliteConnection($"Data Source={database};Pooling=False");
            await other.OpenAsync(Cancelled);
            await other.ExecuteAsync("DROP TABLE word");

            using var found = await SearchAsync(client, """{"query":"whales"}""");

            var problem = await found.ProblemAsync(503);
            Assert.Equal("search_error", problem.Text("reason"));
            Assert.Equal("The search failed.", problem.Text("detail"));
            Assert.Equal("search", problem.Text("dependency"));
            Assert.Equal("1", found.Headers.RetryAfter?.ToString());
            Assert.Contains(
                logs.Lines,
                line => line.Text.StartsWith("The search failed (SQLite ", StringComparison.Ordinal)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<HttpResponseMessage> SearchAsync(HttpClient client, string body) =>
        client.PostAsync("/api/search", TestGateway.Json(body), Cancelled);

    private static Task<HttpResponseMessage> PutAsync(
        HttpClient client,
        string type,
        string body
    ) =>
        client.PostAsync("/api/documents", new StringContent(body, Encoding.UTF8, type), Cancelled);

    private static async Task AssertRefusedAsync(
        HttpResponseMessage response,
        string field,
        string expected
    )
    {
        var problem = await response.ProblemAsync(400);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(field, error.Name);
        Assert.StartsWith(expected, error.Value[0].GetString(), StringComparison.Ordinal);
    }
}
