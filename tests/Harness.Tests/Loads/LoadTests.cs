namespace GatewayBench.Tests.Loads;

public sealed class LoadTests
{
    [Fact]
    public void A_closed_load_has_users_and_a_duration()
    {
        var load = Load.Closed(users: 32, "1.5s");

        Assert.Equal(32, load.Users);
        Assert.Equal(TimeSpan.FromSeconds(1.5), load.Duration);
    }

    [Theory]
    [InlineData(0, "5s")]
    [InlineData(-1, "5s")]
    [InlineData(1, "0s")]
    public void A_load_of_nothing_is_refused(int users, string duration) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Load.Closed(users, duration));
}
