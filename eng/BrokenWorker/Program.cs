using BrokenWorker;

// A gateway of one endpoint, for faults of a whole process and for slowdowns of a known size: it hands
// a message to the model, and keeps, holds and does for each request what its settings say.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<Model>(
    (services, client) =>
        client.BaseAddress = new Uri(
            services.GetRequiredService<IConfiguration>()["Model:Endpoint"]!.TrimEnd('/') + "/"
        )
);
builder.Services.AddSingleton<Hoard>();
builder.Services.AddHostedService(services => services.GetRequiredService<Hoard>());
builder.Services.AddSingleton<Door>();
builder.Services.AddSingleton<Litter>();
builder.Services.AddSingleton<Work>();
var app = builder.Build();
app.MapPost(
    "/api/chat",
    async (
        Question question,
        Model model,
        Hoard hoard,
        Door door,
        Litter litter,
        Work work,
        CancellationToken stop
    ) =>
    {
        hoard.Keep();
        door.Pass();
        var held = litter.Drop();
        work.Do();
        var reply = await model.AskAsync(question.Message, stop);
        GC.KeepAlive(held);
        return new { reply };
    }
);
app.Run();

/// <summary>What hosts know the worker by.</summary>
public sealed partial class Program;
