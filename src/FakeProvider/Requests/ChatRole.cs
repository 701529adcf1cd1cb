namespace GatewayBench;

/// <summary>Whose message it is.</summary>
internal enum ChatRole
{
    /// <summary>The message does not say.</summary>
    None,

    /// <summary>The application's, under the names <c>system</c> and <c>developer</c>.</summary>
    Instruction,

    User,

    Assistant,

    /// <summary>A tool's result, also under the older name <c>function</c>.</summary>
    Tool,
}
