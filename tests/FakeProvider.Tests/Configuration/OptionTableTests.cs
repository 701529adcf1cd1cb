using System.Reflection;

namespace GatewayBench.FakeProviderTests;

public sealed class OptionTableTests
{
    /// <summary>What code alone can say, for a reason: a clock has no text, and neither have the parts
    /// of lists that the table fills from texts.</summary>
    private static readonly string[] CodeOnly = ["TimeProvider"];

    [Fact]
    public void Every_option_has_a_key_a_flag_and_a_row()
    {
        var properties = Settable(typeof(FakeProviderOptions), "").ToList();

        Assert.All(
            properties.Except(CodeOnly),
            path => Assert.Contains(OptionTable.All, setting => IsAtOrBelow(setting.Key, path))
        );
        Assert.All(CodeOnly, path => Assert.Contains(path, properties));
        Assert.Contains("RateLimit:TokensPerMinute", properties);
        Assert.Contains("Stubs:AllowRemoteAdmin", properties);
    }

    [Fact]
    public void Keys_and_flags_are_there_once()
    {
        Assert.Distinct(OptionTable.All.Select(setting => setting.Key));
        Assert.Distinct(OptionTable.All.Select(setting => setting.Flag));
        Assert.All(
            OptionTable.All,
            setting =>
                Assert.EndsWith(".", setting.Meaning.TrimEnd('!') + ".", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_default_is_what_the_option_is_and_can_be_written_again()
    {
        foreach (var setting in OptionTable.All.Where(s => !s.IsList && s.Key != "Preset"))
        {
            var text = setting.TextOf(new FakeProviderOptions());
            var options = new FakeProviderOptions();

            setting.Set(options, new GivenOption(setting, setting.Key, [text]));

            Assert.Equal(text, setting.TextOf(options));
        }
    }

    /// <summary>Each is given something else than its default, and only it changes.</summary>
    [Fact]
    public void Each_key_sets_its_own_option()
    {
        foreach (var setting in OptionTable.All.Where(s => !s.IsList && s.Key != "Preset"))
        {
            var options = new FakeProviderOptions();

            setting.Set(options, new GivenOption(setting, setting.Key, [Another(setting)]));

            Assert.Equal(Another(setting), setting.TextOf(options));
            Assert.All(
                OptionTable.All.Where(other => other != setting),
                other => Assert.Equal(other.TextOf(new()), other.TextOf(options))
            );
            var property = setting.Key.Replace(':', '.');
            Assert.Equal(
                $"{Value(options, property)}",
                $"{Parsed(Value(options, property), Another(setting))}"
            );
        }
    }

    [Fact]
    public void The_documentation_has_the_whole_table()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "provider.md"));

        Assert.Contains(OptionTablePage.Text(), page, StringComparison.Ordinal);
    }

    private static bool IsAtOrBelow(string key, string path) =>
        key == path || key.StartsWith($"{path}:", StringComparison.Ordinal);
}
