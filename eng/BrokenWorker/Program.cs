using BrokenWorker;

// A gateway of one endpoint, for faults that take their process down with them: it hands a message to
// the model, and keeps of each request what its settings say.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<Model>(
    (services, client) =>
        client.BaseAddress = new Uri(
            services.GetRequiredService<IConfiguration>()["Model:Endpoint"]!.TrimEnd('/') + "/"
        )
);
builder.Services.AddSingleton<Hoard>();
var app = builder.Build();
app.MapPost(
    "/api/chat",
    async (Question question, Model model, Hoard hoard, CancellationToken stop) =>
    {
        hoard.Keep();
        return new { reply = await model.AskAsync(question.Message, stop) };
    }
);
app.Run();

/// <summary>What hosts know the worker by.</summary>
public sealed partial class Program;
