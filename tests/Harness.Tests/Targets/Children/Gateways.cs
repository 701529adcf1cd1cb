using System.Net;

namespace GatewayBench.Tests.Targets.Children;

internal static class Gateways
{
    /// <summary>The gateway that does on request what it should not, as a process of its own.</summary>
    public static GatewayHost<FaultyGateway> Faulty() =>
        new GatewayHost<FaultyGateway>().UseHosting(Hosting.Child);

    public static async Task<(HttpStatusCode Status, string Body)> GetAsync(
        ITarget gateway,
        string path
    )
    {
        using var client = gateway.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(gateway.BaseAddress, path)
        );
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }
}
