namespace GatewayBench;

/// <summary>A provider's options as results tell them.</summary>
internal static class OptionTexts
{
    /// <summary>Where it listens, which is another place in each run.</summary>
    private static readonly string[] LeftOut =
    [
        nameof(FakeProviderOptions.Port),
        nameof(FakeProviderOptions.Address),
        nameof(FakeProviderOptions.AllowRemoteClients),
    ];

    /// <summary><c>key=value</c> of each option that is not the default, in the order of the table.</summary>
    public static IEnumerable<string> NotDefault(FakeProviderOptions options)
    {
        var defaults = new FakeProviderOptions();
        return from setting in OptionTable.All
            where !LeftOut.Contains(setting.Key)
            let text = setting.TextOf(options)
            where text != setting.TextOf(defaults)
            select $"{setting.Key}={text}";
    }
}
