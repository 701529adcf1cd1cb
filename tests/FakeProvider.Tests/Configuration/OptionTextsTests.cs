using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class OptionTextsTests
{
    [Fact]
    public void Defaults_are_not_told() =>
        Assert.Empty(OptionTexts.NotDefault(new FakeProviderOptions()));

    [Fact]
    public void Where_it_listens_is_not_told() =>
        Assert.Empty(
            OptionTexts.NotDefault(
                new FakeProviderOptions
                {
                    Port = 8090,
                    Address = IPAddress.Any,
                    AllowRemoteClients = true,
                }
            )
        );

    [Fact]
    public void What_was_changed_is_told_by_its_key()
    {
        var options = new FakeProviderOptions { Latency = Delay.None, Slots = 8 };
        options.RateLimit.RequestsPerMinute = 600;
        options.Outages.Add("10s+5s:503,1m+10s");
        options.Faults.Add(FaultRule.Parse("status(500)@1%"));
        options.Models["mine"] = 32_000;
        options.Replies.Always("not for reports");
        options.Stubs.AddJson("{}").AddJson("{}");

        Assert.Equal(
            [
                "Latency=none",
                "Slots=8",
                "Replies:Files=1 script",
                "Models:Windows=mine=32000",
                "RateLimit:RequestsPerMinute=600",
                "Outages=10s+5s:503, 1m+10s:503",
                "Faults=status(500)@1%",
                "Stubs:Folders=2 sources",
            ],
            OptionTexts.NotDefault(options)
        );
    }
}
