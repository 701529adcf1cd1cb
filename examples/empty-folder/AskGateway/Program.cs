using System.Net.Http.Headers;
using System.Text.Json.Nodes;

// A gateway as small as can be: it asks its model, and says whether it is there itself.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient(
    "model",
    client =>
    {
        client.BaseAddress = new Uri(builder.Configuration["OpenAI:Endpoint"] + "/");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            builder.Configuration["OpenAI:ApiKey"]
        );
    }
);
var app = builder.Build();

app.MapGet("/health", () => "fine");
app.MapPost(
    "/api/ask",
    async (Message question, IHttpClientFactory clients, CancellationToken stop) =>
    {
        using var client = clients.CreateClient("model");
        var request = new
        {
            model = "gpt-4o-mini",
            messages = new[] { new { role = "user", content = question.Text } },
        };
        using var response = await client.PostAsJsonAsync("chat/completions", request, stop);
        response.EnsureSuccessStatusCode();
        var reply = await response.Content.ReadFromJsonAsync<JsonNode>(stop);
        return new Message((string)reply!["choices"]![0]!["message"]!["content"]!);
    }
);
app.Run();

internal sealed record Message(string Text);
