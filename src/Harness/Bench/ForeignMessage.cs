namespace GatewayBench;

/// <summary>What an exception of a library or of ours says to a user.</summary>
internal static class ForeignMessage
{
    /// <summary>Without the name of a parameter, which is not the user's.</summary>
    public static string Of(Exception failure) =>
        failure is ArgumentException { ParamName: { } name }
            ? failure.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : failure.Message;
}
