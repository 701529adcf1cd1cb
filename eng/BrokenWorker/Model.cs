using System.Text.Json;

namespace BrokenWorker;

/// <summary>Asks the model by OpenAI's API.</summary>
internal sealed class Model(HttpClient client, IConfiguration settings)
{
    /// <summary>Whether a thread of the pool waits for the answer.</summary>
    private readonly bool _isBlocking = settings.GetValue("Model:IsBlocking", false);

    public Task<string?> AskAsync(string message, CancellationToken stop)
    {
        var reply = ReplyAsync(message, stop);
        if (_isBlocking)
        {
            reply.GetAwaiter().GetResult();
        }
        return reply;
    }

    private async Task<string?> ReplyAsync(string message, CancellationToken stop)
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
