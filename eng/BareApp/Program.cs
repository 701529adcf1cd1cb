// One route and nothing else: the yardstick for what a load generator itself costs.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();

// With a length: after an answer without one, a client that speaks HTTP/1.0 has to connect anew.
app.MapGet("/health/live", () => TypedResults.Text("ok"));
app.Run();
