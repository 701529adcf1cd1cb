using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>
/// Starts that fail run the real process: the in-process factory reports at random either the
/// reason or that the host is gone.
/// </summary>
public sealed class StartTests
{
    private const string Origins = "an origin such as https://chat.example.com, or *";

    [Theory]
    [InlineData("Cache:MaxMegabytes", "0", "a whole number from 1 to 65536")]
    [InlineData("Cache:MaxTemperature", "2.1", "a number from 0 to 2")]
    [InlineData("Cache:Redis", "localhost", "host:port, such as 127.0.0.1:6379, or nothing")]
    [InlineData("Cache:Scope", "mine", "caller or global")]
    [InlineData("Auth:FailedLoginsPerMinute", "0", "a whole number from 1 to 1000000")]
    [InlineData("Auth:TokenSeconds", "59", "a whole number from 60 to 86400")]
    [InlineData("Body:MaxBytes", "1", "a whole number from 1024 to 104857600")]
    [InlineData("Chat:MaxBodyBytes", "1", "a whole number from 1024 to 10485760")]
    [InlineData("Chat:MaxMessageChars", "0", "a whole number from 1 to 1000000")]
    [InlineData("Health:CacheSeconds", "301", "a whole number from 1 to 300")]
    [InlineData("Health:TimeoutSeconds", "0", "a whole number from 1 to 60")]
    [InlineData("Concurrency:MaxQueued", "-1", "a whole number from 0 to 1000000")]
    [InlineData("Concurrency:MaxRequests", "0", "a whole number from 1 to 1000000")]
    [InlineData("Concurrency:MaxPerCaller", "0", "a whole number from 1 to 1000000")]
    [InlineData("Lifetime:DrainSeconds", "0", "a whole number from 1 to 3600")]
    [InlineData("Lifetime:NoticeSeconds", "301", "a whole number from 0 to 300")]
    [InlineData("RateLimit:Anonymous", "0", "a whole number from 1 to 100000000")]
    [InlineData("RateLimit:MaxIdentities", "0", "a whole number from 1 to 1000000")]
    [InlineData("RateLimit:PerIdentity", "0", "a whole number from 1 to 100000000")]
    [InlineData("RateLimit:Requests", "0", "a whole number from 1 to 100000000")]
    [InlineData("RateLimit:WindowSeconds", "0", "a whole number from 1 to 86400")]
    [InlineData("RequestTimeout:Seconds", "0", "a whole number from 1 to 3600")]
    [InlineData("Completions:MaxBodyBytes", "1", "a whole number from 1024 to 104857600")]
    [InlineData("Completions:Models:0", " ", "the name of a model, such as gpt-4o")]
    [InlineData("Streaming:KeepAliveSeconds", "0", "a whole number from 1 to 600")]
    [InlineData("WebSockets:CloseSeconds", "61", "a whole number from 1 to 60")]
    [InlineData("WebSockets:IdleSeconds", "0", "a whole number from 1 to 86400")]
    [InlineData("WebSockets:KeepAliveSeconds", "0", "a whole number from 1 to 600")]
    [InlineData("WebSockets:KeepAliveTimeoutSeconds", "601", "a whole number from 1 to 600")]
    [InlineData("WebSockets:MaxMessageBytes", "10", "a whole number from 1024 to 10485760")]
    [InlineData("WebSockets:AllowedOrigins:0", "chat.example.com", Origins)]
    [InlineData("WebSockets:AllowedOrigins:0", "https://chat.example.com/x", Origins)]
    [InlineData("OpenAI:TimeoutSeconds", "0", "a whole number from 1 to 600")]
    [InlineData("Search:MaxVectorMegabytes", "0", "a whole number from 1 to 65536")]
    [InlineData("Telemetry:Otlp:Protocol", "smoke", "grpc or http/protobuf")]
    [InlineData(
        "Telemetry:Otlp:Endpoint",
        "collector",
        "an absolute http or https address without user, query or fragment, such as http://127.0.0.1:4317, or nothing"
    )]
    [InlineData("OpenAI:StreamIdleSeconds", "601", "a whole number from 1 to 600")]
    [InlineData("Runs:MaxConcurrent", "0", "a whole number from 1 to 1000")]
    [InlineData("Runs:MaxEndedLogs", "-1", "a whole number from 0 to 10000")]
    [InlineData("Runs:MaxEvents", "15", "a whole number from 16 to 100000")]
    [InlineData("Runs:MaxQueuedPerOwner", "0", "a whole number from 1 to 100000")]
    [InlineData("Runs:MaxQueued", "0", "a whole number from 1 to 100000")]
    [InlineData("Sessions:WindowMessages", "1001", "a whole number from 0 to 1000")]
    [InlineData("Store:BusySeconds", "0", "a whole number from 1 to 60")]
    [InlineData("Store:MaxConnections", "0", "a whole number from 1 to 1000")]
    [InlineData("Store:Provider", "mysql", "sqlite or postgres")]
    [InlineData("Store:WaitSeconds", "61", "a whole number from 1 to 60")]
    [InlineData("Store:WriteWaitSeconds", "0", "a whole number from 1 to 600")]
    public async Task A_setting_out_of_range_stops_the_start_naming_key_value_and_range(
        string key,
        string value,
        string allowed
    )
    {
        var error = await FailedStartAsync("http://127.0.0.1:1/v1", $"--{key}={value}");

        Assert.Contains(
            $"{key} is '{value}': allowed is {allowed}.",
            error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{\"id\":\"a\"}", ", line 1: title is missing: a text of 1 to 500 characters")]
    [InlineData(null, ": allowed is the path of a JSONL file that can be read")]
    public async Task A_corpus_that_can_not_be_read_stops_the_start_naming_file_and_line(
        string? content,
        string expected
    )
    {
        var folder = Directory.CreateTempSubdirectory("corpus-");
        try
        {
            var corpus = Path.Combine(folder.FullName, "corpus.jsonl");
            if (content is not null)
            {
                await File.WriteAllTextAsync(
                    corpus,
                    content,
                    TestContext.Current.CancellationToken
                );
            }

            var error = await FailedStartAsync(
                "http://127.0.0.1:1/v1",
                $"--Search:Corpus={corpus}"
            );

            Assert.Contains(
                $"Search:Corpus is '{corpus}'{expected}",
                error,
                StringComparison.Ordinal
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_remote_endpoint_without_a_key_stops_the_start()
    {
        var error = await FailedStartAsync("https://provider.invalid/v1");

        Assert.Contains("OpenAI:ApiKey is empty: allowed is", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_without_a_connection_string_stops_the_start()
    {
        var error = await FailedStartAsync("http://127.0.0.1:1/v1", "--Store:Provider=postgres");

        Assert.Contains("Store:ConnectionString is", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_stops_the_start_naming_its_key()
    {
        var error = await FailedStartAsync(
            "http://127.0.0.1:1/v1",
            "--Store:Provider=postgres",
            "--Store:ConnectionString=Host=/nowhere;Password=secret"
        );

        Assert.Contains(
            "Store:ConnectionString leads to no store that works: The store cannot be reached.",
            error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_is_no_number_stops_the_start_naming_key_and_value()
    {
        var error = await FailedStartAsync("http://127.0.0.1:1/v1", "--OpenAI:TimeoutSeconds=soon");

        Assert.Contains("'soon' at 'OpenAI:TimeoutSeconds'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_on_loopback_unless_told_otherwise()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        var urls = gateway.Services.GetRequiredService<IConfiguration>()["Urls"];

        Assert.Equal("http://127.0.0.1:5080", urls);
    }

    private static async Task<string> FailedStartAsync(string endpoint, params string[] settings)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(Program).Assembly.Location,
                "--Urls=http://127.0.0.1:0",
                $"--OpenAI:Endpoint={endpoint}",
                .. settings,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("OpenAI__ApiKey");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(
            TestContext.Current.CancellationToken
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        Assert.NotEqual(0, process.ExitCode);
        return error;
    }
}
