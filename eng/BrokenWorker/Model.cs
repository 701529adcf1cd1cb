using System.Text.Json;

namespace BrokenWorker;

/// <summary>Asks the model by OpenAI's API.</summary>
internal sealed class Model(HttpClient client)
{
    public async Task<string?> AskAsync(string message, CancellationToken stop)
    {
        using var answer = await client.PostAsJsonAsync(
            "chat/completions",
            new { model = "m", messages = new[] { new { role = "user", content = message } } },
            stop
        );
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        return body.GetProperty("choices")[0]
            .GetProperty("message")
            .GetProperty("content")
            .GetString();
    }
}
