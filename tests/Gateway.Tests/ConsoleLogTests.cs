using System.Diagnostics;
using System.Text.Json;

namespace Gateway.Tests;

/// <summary>What the gateway writes to its console, as it is shipped and for those who work on it.</summary>
public sealed class ConsoleLogTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task Each_line_is_JSON_with_the_request_that_it_is_about()
    {
        using var gateway = Start("Production");
        try
        {
            var address = await AddressAsync(gateway);
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            client.DefaultRequestHeaders.Add("X-Request-Id", "the-request");
            using var login = await client.LoginAsync("ada", "wrong");
            var line = await UntilAsync(
                gateway,
                line => line.Text("Message") == "A login from 127.0.0.1 failed."
            );

            Assert.Equal("Warning", line.Text("LogLevel"));
            Assert.Equal("127.0.0.1", line.GetProperty("State").Text("Address"));
            Assert.Equal(
                "the-request",
                Assert
                    .Single(
                        line.GetProperty("Scopes").EnumerateArray(),
                        scope => scope.TryGetProperty("CorrelationId", out _)
                    )
                    .Text("CorrelationId")
            );
            Assert.EndsWith("Z", line.Text("Timestamp"), StringComparison.Ordinal);
        }
        finally
        {
            gateway.Kill();
        }
    }

    [Fact(Timeout = HangGuard)]
    public async Task Who_works_on_it_reads_plain_text()
    {
        using var gateway = Start("Development");
        try
        {
            var first = await gateway.StandardOutput.ReadLineAsync(Cancelled);

            Assert.Matches(@"^\d\d:\d\d:\d\d (info|warn): ", first);
        }
        finally
        {
            gateway.Kill();
        }
    }

    private static Process Start(string environment)
    {
        var program = typeof(Program).Assembly.Location;
        return Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    program,
                    "--Urls=http://127.0.0.1:0",
                    "--OpenAI:Endpoint=http://127.0.0.1:1/v1",
                    $"--Environment={environment}",
                ]
            )
            {
                RedirectStandardOutput = true,
                // Where its settings are.
                WorkingDirectory = Path.GetDirectoryName(program),
            }
        )!;
    }

    private static async Task<string> AddressAsync(Process gateway)
    {
        var listening = await UntilAsync(
            gateway,
            line => line.GetProperty("State").TryGetProperty("address", out _)
        );
        return listening.GetProperty("State").Text("address");
    }

    /// <summary>The first line that is sought; all before it must be JSON too.</summary>
    private static async Task<JsonElement> UntilAsync(
        Process gateway,
        Predicate<JsonElement> isSought
    )
    {
        while (await gateway.StandardOutput.ReadLineAsync(Cancelled) is { } text)
        {
            var line = JsonElement.Parse(text);
            if (isSought(line))
            {
                return line;
            }
        }
        throw new EndOfStreamException("The gateway ended.");
    }
}
