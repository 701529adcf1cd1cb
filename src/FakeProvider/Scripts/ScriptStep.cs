namespace GatewayBench;

/// <summary>One reply of a script: a text, or calls of tools.</summary>
/// <param name="Text">Null where tools are called.</param>
/// <param name="AllCalls">Empty where there is a text.</param>
internal sealed record ScriptStep(ScriptedText? Text, IReadOnlyList<ToolCall> AllCalls)
{
    /// <summary>The calls, or the first of them where a request does not want more at once.</summary>
    public IReadOnlyList<ToolCall> Calls(ModelRequest request) =>
        request.Tools is { AllowsParallelCalls: false } ? [AllCalls[0]] : AllCalls;
}
