using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>Seeded nonsense against a running provider: it always gets a proper answer.</summary>
public sealed class ChatFuzzTests
{
    private const int Cases = 3_000;
    private const int Seed = 20_26;

    private const string Seedling = """
        {"model":"gpt-4o","messages":[{"role":"system","content":"Be brief."},
        {"role":"user","content":[{"type":"text","text":"What is the weather in caf\u00e9 Oslo?"}]},
        {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
        "function":{"name":"add","arguments":"{\"a\": 1}"}}]},
        {"role":"tool","tool_call_id":"call_1","content":"four"},{"role":"user","content":"and?"}],
        "max_tokens":12,"n":2,"stop":["a","b"],"stream":true,"stream_options":{"include_usage":true},
        "tools":[{"type":"function","function":{"name":"add","parameters":{"type":"object",
        "properties":{"a":{"type":"integer","minimum":3},"b":{"$ref":"#/$defs/x"},
        "c":{"type":"array","minItems":2,"items":{"enum":["x","y"]}}},"required":["a","b","c"],
        "$defs":{"x":{"anyOf":[{"type":"string","minLength":2},{"type":"null"}]}}}}}],
        "tool_choice":"required","parallel_tool_calls":false,"temperature":0.5,"seed":7}
        """;

    // What breaks parsers when it lands in the wrong place.
    private static readonly byte[][] _splinters =
    [
        .. new[]
        {
            "null",
            "true",
            "-1",
            "1e999",
            "0.5",
            "99999999999999999999",
            "\"\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[[[",
            "}",
            "]",
            "\"",
            "\\",
            ",",
            ":",
            "\0",
            "\r\n\r\n",
            "\"$ref\":\"#\"",
            "\"required\"",
            "{\"type\":\"function\"}",
            "\"none\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE],
        [0xC3],
    ];

    [Fact]
    public async Task Mutated_bodies_get_a_proper_answer()
    {
        await using var client = await StartAsync();
        var random = new Random(Seed);
        var succeeded = 0;
        for (var i = 0; i < Cases; i++)
        {
            var body = Mutate(Encoding.UTF8.GetBytes(Seedling), random);

            using var response = await client.PostAsync(ProviderClient.ChatPath, body);

            await CheckAsync(response, i);
            succeeded += response.IsSuccessStatusCode ? 1 : 0;
        }
        // Else the mutations were so coarse that only the JSON parser was tested.
        Assert.InRange(succeeded, Cases / 100, Cases * 9 / 10);
        await ChecksLifeAsync(client);
    }

    [Fact]
    public async Task Mutated_heads_get_a_proper_answer_or_a_closed_connection()
    {
        await using var client = await StartAsync();
        var random = new Random(Seed);
        var body = ProviderClient.Body("hello");
        var head =
            $"POST /v1/chat/completions?api-version=1 HTTP/1.1\r\nHost: localhost\r\n"
            + $"Authorization: Bearer sk-any\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
        var answered = 0;
        for (var i = 0; i < Cases / 3; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(head);
            byte[] request = [.. Mutate(bytes, random), .. Encoding.UTF8.GetBytes(body)];

            var answer = await SendAsync(client.Provider.BaseAddress, request);

            Assert.True(
                answer.Length == 0 || answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal),
                $"Case {i}: {answer}"
            );
            Assert.False(
                answer.StartsWith("HTTP/1.1 500", StringComparison.Ordinal),
                $"Case {i}: {answer}"
            );
            answered += answer.Length > 0 ? 1 : 0;
        }
        // A connection that is closed with bytes unread may lose its answer, so nobody knows how many.
        Assert.NotEqual(0, answered);
        await ChecksLifeAsync(client);
    }

    private static Task<ProviderClient> StartAsync() =>
        ProviderClient.StartAsync(o =>
            o.Replies.WhenMatches("weather.*Oslo").CallTool("add", new { a = 1 }).Then("done")
        );

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(4))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 20), mutated.Count - at));
                    break;
                case 2:
                    mutated.InsertRange(at, _splinters[random.Next(_splinters.Length)]);
                    break;
                default:
                    ReplaceWord(mutated, at, random);
                    break;
            }
        }
        return [.. mutated];
    }

    // Keeps JSON valid more often than the others: from one quote or digit to the next delimiter.
    private static void ReplaceWord(List<byte> bytes, int at, Random random)
    {
        var start = bytes.FindIndex(at, b => b is (byte)':' or (byte)'[') + 1;
        var end =
            start > 0 ? bytes.FindIndex(start, b => b is (byte)',' or (byte)']' or (byte)'}') : -1;
        if (end > 0)
        {
            bytes.RemoveRange(start, end - start);
            bytes.InsertRange(start, _splinters[random.Next(_splinters.Length)]);
        }
    }

    private static async Task CheckAsync(HttpResponseMessage response, int number)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            using var json = JsonDocument.Parse(text);
            Assert.NotEqual(
                "",
                json.RootElement.GetProperty("error").GetProperty("message").GetString()
            );
            return;
        }
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"Case {number}: {text}");
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            Assert.EndsWith("data: [DONE]\n\n", text, StringComparison.Ordinal);
        }
        else
        {
            JsonDocument.Parse(text).Dispose();
        }
    }

    private static async Task<string> SendAsync(Uri address, byte[] request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, cancellation);
        var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(request, cancellation);
            // A head that promises a longer body would keep both sides waiting.
            socket.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(cancellation);
        }
        catch (IOException)
        {
            // Reset by a server that does not want the rest of what it cannot understand.
            return "";
        }
    }

    private static async Task ChecksLifeAsync(ProviderClient client)
    {
        using var response = await client.AskAsync("hello");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
