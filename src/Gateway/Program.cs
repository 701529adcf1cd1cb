using Gateway;

if (HashCommand.IsAsked(args))
{
    return HashCommand.Run(args, Console.In, Console.Out, Console.Error);
}
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLifetime();
builder.Services.AddGatewayMetrics();
builder.AddTelemetryExport();
builder.Services.AddProvider();
builder.Services.AddResilience();
builder.Services.AddAgent();
builder.Services.AddGuardrail();
builder.Services.AddGatewayHealth();
builder.Services.AddStore();
builder.Services.AddSessions();
builder.Services.AddStreaming();
builder.Services.AddChat();
builder.Services.AddRuns();
builder.Services.AddSearch();
builder.Services.AddOpenAi();
builder.Services.AddChatSockets();
builder.Services.AddApiDocument();
builder.Services.AddAuth(builder.Configuration);
builder.Services.AddLimits();
builder.Services.AddProblems();

var app = builder.Build();
app.UseRequestSpans();
app.UseCorrelation();
app.UseRouting();
app.UseProblems();
app.UseUnmatchedRouteLabel();
app.UseLifetime();
app.UseAuth();
app.UseLimits();
app.MapHealth();
app.MapReadiness();
app.MapMetrics();
app.MapChat();
app.MapSessions();
app.MapRuns();
app.MapOpenAi();
app.MapChatSockets();
app.MapSearch();
app.MapApiDocument();
app.Run();
return 0;
