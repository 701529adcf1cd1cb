namespace GatewayBench;

/// <summary>
/// All options that can be written as text. Configurations, the command line, the range checks and the
/// documentation are made from it. What is set later wins, so a preset comes before its delays.
/// </summary>
internal static partial class OptionTable
{
    /// <summary>Options that only code can set.</summary>
    public static IReadOnlyList<string> CodeOnly { get; } =
    [nameof(FakeProviderOptions.TimeProvider)];

    public static IReadOnlyList<OptionGroup> Groups { get; } =
    [
        new("Listening", Listening()),
        new("Delays", Delays()),
        new("Replies", Replies()),
        new("Limits", Limits()),
        new("Faults", Faults()),
        new("Stubs", Stubs()),
        new("Accounts", Accounts()),
    ];

    public static IReadOnlyList<OptionSetting> All { get; } =
    [.. Groups.SelectMany(group => group.Settings)];
}
