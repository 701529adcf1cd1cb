using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace GatewayBench.Tests.Targets;

/// <summary>Alone, because it counts the threads of the process.</summary>
[CollectionDefinition(nameof(GatewayDisposalTests), DisableParallelization = true)]
[Collection(nameof(GatewayDisposalTests))]
public sealed class GatewayDisposalTests
{
    private const int Rounds = 50;

    [Fact]
    public async Task Disposing_frees_the_port_the_threads_and_the_services()
    {
        await StartAndDisposeAsync();
        var threads = Threads();
        var services = new List<WeakReference>();
        for (var round = 0; round < Rounds; round++)
        {
            var (address, provider) = await StartAndDisposeAsync();
            services.Add(provider);
            RequireFree(address);
        }

        Assert.True(await EventuallyAsync(() => services.All(IsDead)), "services are still alive");
        // The pool's own threads come and go; a leaked thread per host would be fifty.
        Assert.True(
            await EventuallyAsync(() => Threads() <= threads + Rounds / 4),
            $"{threads} threads before, {Threads()} after"
        );
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(Uri Address, WeakReference Services)> StartAndDisposeAsync()
    {
        await using var gateway = SampleGateway.WithoutProvider();
        await gateway.StartAsync(TestContext.Current.CancellationToken);
        using var client = gateway.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(gateway.BaseAddress, "/health/live")
        );
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (gateway.BaseAddress, new WeakReference(gateway.Services));
    }

    private static void RequireFree(Uri address)
    {
        using var listener = new TcpListener(IPAddress.Loopback, address.Port);
        listener.Start();
    }

    private static bool IsDead(WeakReference reference) => !reference.IsAlive;

    private static int Threads()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    private static async Task<bool> EventuallyAsync(Func<bool> condition)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (condition())
            {
                return true;
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        return false;
    }
}
