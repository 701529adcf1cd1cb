namespace GatewayBench.FakeProviderTests;

public sealed class DelayPresetsTests
{
    [Fact]
    public void All_are_found_by_names_that_a_text_can_hold()
    {
        Assert.Equal(5, DelayPresets.All.Count);
        Assert.All(
            DelayPresets.All,
            preset =>
            {
                Assert.Same(preset, DelayPresets.Get(preset.Name));
                Assert.Same(preset.TimeToFirstToken, Delay.Parse($"preset({preset.Name})"));
                Assert.Same(preset.BetweenTokens, Delay.Parse($"preset({preset.Name},gap)"));
            }
        );
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_list_of_those_known()
    {
        var error = Assert.Throws<ArgumentException>(() => DelayPresets.Get("fast"));

        Assert.Equal(
            "name is 'fast'; allowed: frontier-hosted-a, frontier-hosted-b, small-hosted, 8b-one-h100, "
                + "70b-eight-gpus.",
            error.Message
        );
    }
}
