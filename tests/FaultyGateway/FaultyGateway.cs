using System.Diagnostics.Metrics;
using System.Net;

namespace GatewayBench.Tests;

/// <summary>A gateway that does on request what would take a harness in its process down.</summary>
public sealed class FaultyGateway
{
    private static readonly List<byte[]> Hoard = [];

    private FaultyGateway() { }

    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var early = builder.Configuration["Value"];
        builder.Configuration.AddInMemoryCollection([new("Value", "of the code")]);
        switch (builder.Configuration["Start"])
        {
            case "exit":
                Console.Error.WriteLine("No licence.");
                Environment.Exit(7);
                break;
            case "hang":
                File.WriteAllText(builder.Configuration["File"]!, $"{Environment.ProcessId}");
                Thread.Sleep(Timeout.Infinite);
                break;
            case "anywhere":
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
                break;
        }
        var app = builder.Build();
        app.MapGet("/", () => "ok");
        app.MapGet("/process", () => Environment.ProcessId);
        app.MapGet("/memory", () => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        app.MapGet("/value", () => $"{early}, {app.Configuration["Value"]}");
        app.MapGet("/variable/{name}", (string name) => Environment.GetEnvironmentVariable(name));
        app.MapGet("/print", Print);
        var meters = app.Services.GetRequiredService<IMeterFactory>().Create("Faulty");
        var calls = meters.CreateCounter<long>("faulty.calls");
        app.MapGet("/count", () => calls.Add(1));
        app.MapGet("/exit", () => Environment.Exit(3));
        app.MapGet("/hoard", HoardAsync);
        app.MapGet(
            "/call",
            () => new HttpClient().GetStringAsync(new Uri("http://elsewhere.invalid"))
        );
        Faults.Map(app);
        HeldStream.Map(app);
        app.Run();
    }

    /// <summary>By way of the console and past it, with and without an end of line.</summary>
    private static string Print()
    {
        using var output = Console.OpenStandardOutput();
        output.Write("{\"Fault\":\"forged\"}\nunfinished"u8);
        Console.WriteLine("{\"Fault\":\"forged\"}");
        Console.Write("unfinished");
        return "printed";
    }

    /// <summary>On a thread of its own, where nothing handles the exception, and never answers.</summary>
    private static Task HoardAsync()
    {
        new Thread(HoardForEver).Start();
        return Task.Delay(Timeout.Infinite);
    }

    private static void HoardForEver()
    {
        while (true)
        {
            Hoard.Add(new byte[1_000_000]);
        }
    }
}
