using Microsoft.Extensions.Configuration;

namespace GatewayBench;

/// <summary>Options of a <see cref="FakeProvider"/> from settings files and the environment.</summary>
public static class FakeProviderConfiguration
{
    /// <summary>The section of an <c>appsettings.json</c> that holds them; in the environment,
    /// variables that begin with <c>FAKEPROVIDER__</c>.</summary>
    public const string SectionName = "FakeProvider";

    /// <summary>
    /// Sets the options that a configuration gives, and leaves the others as they are. Its keys are
    /// the names of the options, such as <c>Latency</c> and <c>RateLimit:RequestsPerMinute</c>; all
    /// are in docs/provider.md. A list takes the place of what was there.
    /// </summary>
    /// <param name="options">What to change.</param>
    /// <param name="configuration">Nothing but these options:
    /// <c>configuration.GetSection("FakeProvider")</c>. Empty is fine.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">A key is unknown, or a value not allowed. The message gives
    /// the full key, the value and what is allowed.</exception>
    public static FakeProviderOptions Read(
        this FakeProviderOptions options,
        IConfiguration configuration
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        options.Set(SectionReader.Read(configuration, path => path));
        return options;
    }

    /// <summary>In the order of the table, where what depends on another option comes behind it.</summary>
    internal static void Set(this FakeProviderOptions options, IEnumerable<GivenOption> given)
    {
        var byOption = given.ToLookup(one => one.Setting);
        foreach (var one in OptionTable.All.SelectMany(setting => byOption[setting]))
        {
            one.Setting.Set(options, one);
        }
    }
}
