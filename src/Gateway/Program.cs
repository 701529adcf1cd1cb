using Gateway;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddGatewayMetrics();
builder.AddTelemetryExport();
builder.Services.AddPromptCache();
builder.Services.AddProvider();
builder.Services.AddGatewayHealth();
builder.Services.AddChat();
builder.Services.AddSearch();
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseRequestSpans();
app.UseProblems();
app.UseUnmatchedRouteLabel();
app.MapHealth();
app.MapMetrics();
app.MapChat();
app.MapSearch();
app.Run();
