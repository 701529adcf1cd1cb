var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health/live", () => Results.Json(new { status = "healthy" }));
app.Run();
