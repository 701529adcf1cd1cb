namespace GatewayBench.Cli.Tests;

public sealed class ProviderGreetingTests
{
    [Fact]
    public void It_fits_into_a_narrow_window_even_with_a_long_address()
    {
        var lines = ProviderGreeting
            .Of(new Uri("http://[2001:db8:1234:5678:9abc:def0:1234:5678]:65535/"))
            .Split(Environment.NewLine);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 100));
    }
}
