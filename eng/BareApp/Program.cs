// One route and nothing else: the yardstick for what a load generator itself costs.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapGet("/health/live", () => "ok");
app.Run();
