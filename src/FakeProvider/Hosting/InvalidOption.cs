namespace GatewayBench;

/// <summary>The one wording of every refused option: its name, its value, what is allowed.</summary>
internal static class InvalidOption
{
    public static ArgumentException Exception(string option, object? value, string allowed) =>
        new(FormattableString.Invariant($"{option} is {Text(value)}; allowed: {allowed}."));

    private static object Text(object? value) =>
        value switch
        {
            null => "null",
            TimeSpan duration => Duration.ToText(duration),
            _ => value,
        };
}
