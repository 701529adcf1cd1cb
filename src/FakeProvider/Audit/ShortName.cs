namespace GatewayBench;

/// <summary>Bounds what clients may make the audit keep.</summary>
internal static class ShortName
{
    private const int Longest = 100;

    /// <summary>The text itself, or as much of it as is kept.</summary>
    public static string Of(string text) => text.Length <= Longest ? text : text[..Longest];
}
