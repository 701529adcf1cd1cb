using System.Net.WebSockets;
using System.Text;
using GatewayBench.Tests.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.Tests.Execution;

/// <summary>A gateway with a WebSocket that a test decides about, and which counts what is open.</summary>
internal sealed class SocketServer : IStartupFilter, IAsyncDisposable
{
    public const string Path = "/sockets";
    private readonly Func<WebSocket, string, Task> _answer;
    private int _open;
    private int _opened;
    private int _goodbyes;

    /// <param name="answer">Told each message of a client.</param>
    /// <param name="transport">How bytes reach it.</param>
    /// <param name="connections">What the connections are like.</param>
    public SocketServer(
        Func<WebSocket, string, Task> answer,
        Transport transport = Transport.InMemory,
        ConnectionOptions? connections = null
    )
    {
        _answer = answer;
        Gateway = SampleGateway
            .WithoutProvider()
            .UseTransport(transport)
            .UseConnections(connections ?? new())
            .ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));
    }

    /// <summary>A user of it whose every turn is answered word by word.</summary>
    public static Scenario Chat { get; } =
        Scenario.WebSocket(
            "chat",
            Path,
            _ => "hello there you",
            message => message.Json("type") == "done"
        );

    public GatewayHost<Program> Gateway { get; }

    /// <summary>Decides about an upgrade before it is accepted: false if it has answered itself.</summary>
    public Func<HttpContext, bool> Accepts { get; init; } = _ => true;

    /// <summary>Done with each socket as soon as it is open.</summary>
    public Func<WebSocket, Task> Greet { get; init; } = _ => Task.CompletedTask;

    public int Open => Volatile.Read(ref _open);

    public int Opened => Volatile.Read(ref _opened);

    /// <summary>Clients that closed their socket properly.</summary>
    public int Goodbyes => Volatile.Read(ref _goodbyes);

    public static Task SendAsync(WebSocket socket, string message) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(message),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );

    /// <summary>Says each word of a message, then that it is done.</summary>
    public static async Task ChatAsync(WebSocket socket, string message)
    {
        foreach (var word in message.Split(' '))
        {
            await SendAsync(socket, $$"""{"type":"delta","text":"{{word}}"}""");
        }
        await SendAsync(socket, """{"type":"done"}""");
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Map(
                Path,
                route =>
                {
                    route.UseWebSockets();
                    route.Run(ServeAsync);
                }
            );
            next(app);
        };

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        if (!Accepts(context))
        {
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault()
        );
        Interlocked.Increment(ref _opened);
        Interlocked.Increment(ref _open);
        try
        {
            await Greet(socket);
            await ReadAsync(socket);
        }
        catch (WebSocketException)
        {
            // The client left.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task ReadAsync(WebSocket socket)
    {
        // Longer than any message of a test.
        var buffer = new byte[1 << 20];
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                Interlocked.Increment(ref _goodbyes);
                await socket.CloseOutputAsync(
                    WebSocketCloseStatus.NormalClosure,
                    null,
                    CancellationToken.None
                );
                return;
            }
            await _answer(socket, Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
    }
}
