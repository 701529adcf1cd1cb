using Gateway;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddGatewayMetrics();
builder.Services.AddProvider();
builder.Services.AddGatewayHealth();
builder.Services.AddStreaming();
builder.Services.AddChat();
builder.Services.AddOpenAi();
builder.Services.AddChatSockets();
builder.Services.AddApiDocument();
builder.Services.AddProblems();

var app = builder.Build();
app.UseProblems();
app.UseUnmatchedRouteLabel();
app.MapHealth();
app.MapMetrics();
app.MapChat();
app.MapOpenAi();
app.MapChatSockets();
app.MapApiDocument();
app.Run();
