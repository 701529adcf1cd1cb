using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayBench.FakeProviderTests;

/// <summary>Sends valid bodies with seeded damage, and expects a proper answer to each.</summary>
internal static class BodyFuzz
{
    private static readonly string[] Strange =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "99999999999999999999",
        "\"\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00 \\n\"",
        "\"message\"",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        """{"type":"function_call"}""",
        """{"type":"nonsense","role":[]}""",
        """{"type":"input_text","text":5}""",
    ];

    /// <param name="client">To a provider whose server must survive.</param>
    /// <param name="path">What is asked.</param>
    /// <param name="seeds">Valid bodies.</param>
    /// <param name="count">How many requests.</param>
    public static async Task AnswersProperlyAsync(
        ProviderClient client,
        string path,
        string[] seeds,
        int count
    )
    {
        var random = new Random(7);
        var answers = new Dictionary<HttpStatusCode, int>();
        for (var i = 0; i < count; i++)
        {
            var body = Damage(Encoding.UTF8.GetBytes(seeds[i % seeds.Length]), random);
            using var response = await client.PostAsync(path, body);
            var text = await response.Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            );
            var asked = $"case {i}: {response.StatusCode} to {Encoding.UTF8.GetString(body)}";
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                asked
            );
            if (response.Content.Headers.ContentType?.MediaType == "application/json")
            {
                var hasError = JsonNode.Parse(text)!["error"] is not null;
                Assert.True(hasError == (response.StatusCode != HttpStatusCode.OK), asked);
            }
            answers[response.StatusCode] = answers.GetValueOrDefault(response.StatusCode) + 1;
        }
        // Damage that is always refused, or never, would show nothing.
        Assert.True(answers[HttpStatusCode.OK] > count / 50, "hardly any was taken");
        Assert.True(answers[HttpStatusCode.BadRequest] > count / 50, "hardly any was refused");
    }

    private static byte[] Damage(byte[] body, Random random) =>
        random.Next(4) switch
        {
            0 => DamageBytes(body, random),
            1 => DamageBytes(DamageValue(body, random), random),
            _ => DamageValue(body, random),
        };

    private static byte[] DamageBytes(byte[] body, Random random)
    {
        var at = random.Next(body.Length);
        var length = Math.Min(random.Next(1, 20), body.Length - at);
        return random.Next(4) switch
        {
            0 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
            1 => [.. body[..at], .. body[(at + length)..]],
            2 => [.. body[..at], .. body[at..(at + length)], .. body[at..]],
            _ => body[..at],
        };
    }

    /// <summary>Replaces one value, at any depth, by a strange one.</summary>
    private static byte[] DamageValue(byte[] body, Random random)
    {
        using var document = JsonDocument.Parse(body);
        var victims = Count(document.RootElement);
        var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            var victim = random.Next(1, victims);
            Write(json, document.RootElement, Strange[random.Next(Strange.Length)], ref victim);
        }
        return output.ToArray();
    }

    private static int Count(JsonElement element) =>
        1
        + element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Sum(p => Count(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().Sum(Count),
            _ => 0,
        };

    private static void Write(
        Utf8JsonWriter json,
        JsonElement element,
        string strange,
        ref int victim
    )
    {
        if (victim-- == 0)
        {
            json.WriteRawValue(strange, skipInputValidation: true);
            return;
        }
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value, strange, ref victim);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(json, item, strange, ref victim);
                }
                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
