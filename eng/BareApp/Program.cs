// Next to nothing: the yardstick for what a load generator costs, and what a provider does.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();

// With a length: after an answer without one, a client that speaks HTTP/1.0 has to connect anew.
app.MapGet("/health/live", () => TypedResults.Text("ok"));

// A file that is the answer to every POST, whose body is read and not looked at.
if (app.Configuration["Answer"] is { } file)
{
    var answer = await File.ReadAllBytesAsync(file);
    app.MapPost(
        "/{**path}",
        async (HttpRequest request) =>
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return TypedResults.Bytes(answer, "application/json");
                }
            }
        }
    );
}
app.Run();
