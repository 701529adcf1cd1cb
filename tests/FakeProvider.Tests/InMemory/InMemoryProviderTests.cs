using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests.InMemory;

/// <summary>A provider as a client in its process sees it that does not use sockets.</summary>
public sealed class InMemoryProviderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_in_memory_beside_its_port_and_counts_both()
    {
        await using var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            Cancellation
        );
        using var memory = Client(provider);
        using var sockets = new HttpClient();
        var models = new Uri(provider.BaseAddress, "v1/models");

        using var first = await memory.GetAsync(models, Cancellation);
        using var second = await memory.GetAsync(models, Cancellation);
        using var third = await sockets.GetAsync(models, Cancellation);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Equal(1, provider.Endpoints.Memory.Connections);
        Assert.Equal(1, provider.Endpoints.SocketConnections);
    }

    [Fact]
    public async Task Disposed_it_breaks_off_what_waits_and_refuses_what_comes()
    {
        var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.Fixed("1h"),
            Cancellation
        );
        using var client = Client(provider);
        var url = new Uri(provider.BaseAddress, ProviderClient.ChatPath);
        using var request = new StringContent(ProviderClient.Body("hello"));

        var waiting = client.PostAsync(url, request, Cancellation);
        await Eventually.TrueAsync(() => provider.Endpoints.Memory.Connections == 1);
        await provider.DisposeAsync().AsTask().WaitAsync(Patience, Cancellation);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            waiting.WaitAsync(Patience, Cancellation)
        );
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync(url, Cancellation).WaitAsync(Patience, Cancellation)
        );
    }

    private static HttpClient Client(FakeProvider provider) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = (_, _) =>
                    ValueTask.FromResult(provider.Endpoints.Memory.Connect()),
            }
        );
}
