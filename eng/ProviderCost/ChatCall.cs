using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GatewayBench.ProviderCost;

/// <summary>The one chat request that all servers get, and what each must answer.</summary>
internal static class ChatCall
{
    public const string Path = "/v1/chat/completions";
    public const string Key = "any";

    /// <summary>200 bytes.</summary>
    private const string Prompt =
        "A user of our gateway asks why the answer to a question of forty words took nine seconds at "
        + "noon and half a second at midnight. List the three likeliest causes, and how to tell one from "
        + "the other two.";

    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public static readonly byte[] Body = BodyOf(new { model = "gpt-4o-mini", messages = Messages });

    private static object[] Messages => [new { role = "user", content = Prompt }];

    public static byte[] StreamedBody(int tokens) =>
        BodyOf(
            new
            {
                model = "gpt-4o-mini",
                messages = Messages,
                stream = true,
                max_tokens = tokens,
            }
        );

    public static HttpRequestMessage Request(Uri server, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, Path))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = JsonType } },
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Key}");
        return request;
    }

    /// <summary>What the provider answers.</summary>
    public static async Task<byte[]> AskAsync(Uri provider, CancellationToken stop)
    {
        using var client = new HttpClient();
        using var request = Request(provider, Body);
        using var response = await client.SendAsync(request, stop);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(stop);
    }

    /// <summary>The request again and again, each answer compared with the first.</summary>
    public static Scenario Scenario(Uri server, byte[] answer)
    {
        var expected = WithoutHead(answer).ToArray();
        return GatewayBench
            .Scenario.Http("chat", _ => Request(server, Body))
            .Check("is whole", reply => WithoutHead(reply.Body).SequenceEqual(expected));
    }

    /// <summary>The same for wrk, in its language.</summary>
    public static string Script =>
        $"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Authorization"] = "Bearer {Key}"
            wrk.body = [==[{Encoding.UTF8.GetString(Body)}]==]
            """;

    /// <summary>The provider's id and time differ from answer to answer.</summary>
    private static ReadOnlySpan<byte> WithoutHead(ReadOnlySpan<byte> answer)
    {
        var model = answer.IndexOf("\"model\""u8);
        return model < 0 ? [] : answer[model..];
    }

    private static byte[] BodyOf<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body);
}
