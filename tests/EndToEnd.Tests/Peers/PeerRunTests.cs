using GatewayBench.Peers;

namespace GatewayBench.EndToEnd;

/// <summary>The installed programs themselves: that our options are theirs, and their output is as we read it.</summary>
public sealed class PeerRunTests
{
    private const int Users = 4;

    public static TheoryData<string> Names => [.. Peer.All.Select(peer => peer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_peer_measures_an_app_and_refuses_one_that_does_not_serve_it(string name)
    {
        var peer = Peer.All.Single(peer => peer.Name == name);
        Assert.SkipUnless(peer.IsInstalled, $"{name} is not installed: {peer.Install}");
        var stop = TestContext.Current.CancellationToken;
        using var app = await AppProcess.StartAsync(App.Bare, stop);

        Assert.True(await peer.RunAsync(new Uri(app.Address, App.Route), Users, 1, stop) > 0);

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            peer.RunAsync(new Uri(app.Address, "/nowhere"), Users, seconds: 1, stop)
        );
    }

    [Fact]
    public async Task An_app_ends_with_the_one_who_started_it()
    {
        var stop = TestContext.Current.CancellationToken;
        Uri address;
        using (var app = await AppProcess.StartAsync(App.Gateway, stop))
        {
            address = app.Address;
        }

        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address, stop));
    }

    [Fact]
    public async Task A_program_that_fails_is_told_with_what_it_said()
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() =>
            PeerProcess.RunAsync(
                ["dotnet", "no-such-command-xyz"],
                TimeSpan.FromSeconds(1),
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("no-such-command-xyz", failure.Message, StringComparison.Ordinal);
    }
}
