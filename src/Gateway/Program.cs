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
builder.Services.AddProvider();
builder.Services.AddResilience();
builder.Services.AddAgent();
builder.Services.AddGuardrail();
builder.Services.AddGatewayHealth();
builder.Services.AddStore();
builder.Services.AddSessions();
builder.Services.AddChat();
builder.Services.AddRuns();
builder.Services.AddAuth(builder.Configuration);
builder.Services.AddLimits();
builder.Services.AddProblems();

var app = builder.Build();
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
app.Run();
return 0;
