using System.Reflection;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class OptionTableTests
{
    private static readonly OptionSetting[] Values =
    [
        .. OptionTable.All.Where(setting => !setting.IsList && setting.Key != "Preset"),
    ];

    [Fact]
    public void Every_public_option_has_a_row_or_is_for_code_alone()
    {
        var keys = OptionTable.All.Select(setting => setting.Key).ToList();
        var paths = Paths(typeof(FakeProviderOptions), "").ToList();

        Assert.All(
            paths.Where(path => path.IsValue).Select(path => path.Key).Except(OptionTable.CodeOnly),
            key => Assert.Contains(key, keys)
        );
        Assert.All(
            paths.Where(path => !path.IsValue),
            path =>
                Assert.Contains(
                    keys,
                    key => $"{key}:".StartsWith($"{path.Key}:", StringComparison.Ordinal)
                )
        );
        Assert.Contains(("RateLimit:TokensPerMinute", true), paths);
        Assert.Contains(("Faults", false), paths);
    }

    [Fact]
    public void Keys_and_flags_are_there_once()
    {
        Assert.Distinct(OptionTable.All.Select(setting => setting.Key));
        Assert.Distinct(OptionTable.All.Select(setting => setting.Flag));
    }

    [Fact]
    public void Each_row_sets_the_option_of_its_key_and_no_other()
    {
        foreach (var setting in Values)
        {
            var options = new FakeProviderOptions();
            var text = Another(setting);

            setting.Set(options, new GivenOption(setting, setting.Key, [text]));

            Assert.Equal(text, setting.TextOf(options));
            Assert.All(
                Values.Where(other => other != setting),
                other =>
                    Assert.Equal(other.TextOf(new FakeProviderOptions()), other.TextOf(options))
            );
            Assert.NotEqual(
                Property(new FakeProviderOptions(), setting.Key),
                Property(options, setting.Key)
            );
        }
    }

    [Fact]
    public void The_documentation_has_the_whole_table()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "provider.md"));
        var table = Path.Combine(AppContext.BaseDirectory, "options.md");
        File.WriteAllText(table, OptionTablePage.Text());

        Assert.True(
            page.Contains(OptionTablePage.Text(), StringComparison.Ordinal),
            $"The options changed: copy the table in {table} to docs/provider.md."
        );
    }

    /// <summary>A text that is not the default.</summary>
    private static string Another(OptionSetting setting) =>
        setting.ValueName switch
        {
            "number" => "7",
            "true|false" => "true",
            "delay" => "uniform(2s,8s)",
            "duration" => "5us",
            "address" => "::1",
            "header" => "x-id",
            var name => throw new InvalidOperationException($"Say what a {name} can be."),
        };

    private static object? Property(object options, string key) =>
        key.Split(':')
            .Aggregate(
                (object?)options,
                (owner, name) => owner!.GetType().GetProperty(name)!.GetValue(owner)
            );

    /// <summary>What can be set, and the objects that hold more.</summary>
    private static IEnumerable<(string Key, bool IsValue)> Paths(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property =>
                property.CanWrite ? [(prefix + property.Name, true)]
                : property.PropertyType.Assembly == type.Assembly
                    ? Paths(property.PropertyType, $"{prefix}{property.Name}:")
                        .Prepend((prefix + property.Name, false))
                : []
            );
}
