using GatewayBench.Peers;

namespace GatewayBench.EndToEnd;

/// <summary>What the peers print, captured from real runs against the bare app.</summary>
public sealed class PeerOutputTests
{
    [Theory]
    [InlineData("wrk", 24416.84)]
    [InlineData("h2load", 21562.00)]
    [InlineData("hey", 7762.0292)]
    [InlineData("ab", 9475.01)]
    [InlineData("autocannon", 7450)]
    public void The_rate_is_read(string peer, double rate) =>
        Assert.Equal(rate, Named(peer).Read(Captured(peer)));

    [Theory]
    [InlineData("wrk", "404")]
    [InlineData("wrk", "killed")]
    [InlineData("h2load", "404")]
    [InlineData("h2load", "refused")]
    [InlineData("hey", "404")]
    [InlineData("hey", "refused")]
    [InlineData("hey", "killed")]
    [InlineData("ab", "404")]
    [InlineData("ab", "killed")]
    [InlineData("ab", "closing")]
    [InlineData("autocannon", "404")]
    [InlineData("autocannon", "refused")]
    [InlineData("autocannon", "killed")]
    public void A_run_with_errors_has_no_rate(string peer, string error)
    {
        var output = Captured($"{peer}-{error}");

        var failure = Assert.Throws<InvalidDataException>(() => Named(peer).Read(output));

        Assert.StartsWith(peer, failure.Message, StringComparison.Ordinal);
        Assert.Contains(output.Trim(), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_else_has_no_rate() =>
        Assert.All(
            Peer.All,
            peer => Assert.Throws<InvalidDataException>(() => peer.Read("usage: {}"))
        );

    [Fact]
    public void An_empty_answer_has_no_rate() =>
        Assert.All(Peer.All, peer => Assert.Throws<InvalidDataException>(() => peer.Read("{}")));

    private static Peer Named(string name) => Peer.All.Single(peer => peer.Name == name);

    private static string Captured(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captured", $"{name}.txt"));
}
