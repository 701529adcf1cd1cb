using System.ClientModel;
using AskGateway;
using OpenAI;
using OpenAI.Chat;

// A gateway of the usual kind, which knows nothing of load tests. It can ask its model in three ways.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient(
    "llm",
    client => client.BaseAddress = new Uri(builder.Configuration["Llm:BaseUrl"]!)
);
var app = builder.Build();

app.MapPost("/api/ask", (Question q) => Ask("OpenAI:Endpoint", q));
app.MapPost("/api/ask-azure", (Question q) => Ask("AzureOpenAI:Endpoint", q));
app.MapPost("/api/ask-http", AskOverHttp);
app.Run();

async Task<Answer> Ask(string endpointKey, Question question)
{
    var client = new ChatClient(
        "gpt-4o-mini",
        new ApiKeyCredential(app.Configuration["OpenAI:ApiKey"]!),
        new OpenAIClientOptions { Endpoint = new Uri(app.Configuration[endpointKey]!) }
    );
    ChatCompletion completion = await client.CompleteChatAsync(question.Text);
    return new Answer(completion.Content[0].Text);
}

async Task<Answer> AskOverHttp(Question question, IHttpClientFactory clients)
{
    using var client = clients.CreateClient("llm");
    using var response = await client.PostAsJsonAsync(
        "v1/chat/completions",
        new
        {
            model = "gpt-4o-mini",
            messages = new[] { new { role = "user", content = question.Text } },
        }
    );
    response.EnsureSuccessStatusCode();
    var body = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
    var message = body.GetProperty("choices")[0].GetProperty("message");
    return new Answer(message.GetProperty("content").GetString()!);
}
