namespace Gateway;

/// <summary>
/// A tool could not do what the model asked for. The model is shown the message, so it says what to
/// do better and nothing about the gateway's insides.
/// </summary>
internal sealed class ToolException(string message, string errorType = ToolException.BadArguments)
    : Exception(message)
{
    public const string BadArguments = "bad_arguments";
    public const string UnknownTool = "unknown_tool";
    public const string TimedOut = "timeout";
    public const string Failed = "tool_failed";

    /// <summary>The failure's name in metrics.</summary>
    public string ErrorType => errorType;
}
