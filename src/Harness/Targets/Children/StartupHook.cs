using GatewayBench;

/// <summary>
/// What the runtime calls ahead of a program's <c>Main</c> when <c>DOTNET_STARTUP_HOOKS</c> names
/// this assembly. The runtime prescribes the name, and that it stands in no namespace. A gateway
/// that merely has this assembly beside it is not touched.
/// </summary>
internal static class StartupHook
{
    public const string Variable = "DOTNET_STARTUP_HOOKS";

    /// <remarks>Never returns: the factory runs <c>Main</c>, and it must not run twice.</remarks>
    public static void Initialize()
    {
        // What the gateway starts itself is not ours.
        Environment.SetEnvironmentVariable(Variable, null);
        Environment.Exit(ChildProgram.Run());
    }
}
