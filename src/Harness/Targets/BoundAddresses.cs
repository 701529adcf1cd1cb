using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>What a started gateway listens on, its own endpoints included.</summary>
internal static class BoundAddresses
{
    /// <exception cref="TargetStartException">An address is not loopback's.</exception>
    public static void RequireLoopback(IServiceProvider services)
    {
        var server = services.GetRequiredService<IServer>();
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        var outside = addresses.Where(address => !new Uri(address).IsLoopback).ToList();
        if (outside.Count > 0)
        {
            throw new TargetStartException(
                $"it listens on {string.Join(", ", outside)}; allowed: loopback only."
                    + " Move ListenAnyIP or Listen calls out of ConfigureKestrel into configuration"
            );
        }
    }
}
