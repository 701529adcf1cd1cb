namespace GatewayBench.Cli;

/// <summary>What to do with new files.</summary>
internal static class NextSteps
{
    public static void Tell(TextWriter output, string folder, GatewayProject? gateway)
    {
        output.WriteLine();
        output.WriteLine("Next:");
        if (gateway is not null)
        {
            output.WriteLine(
                "  In AskLoad.cs and AskTests.cs, say what your gateway is asked in place of"
            );
            output.WriteLine(
                "  POST /api/ask, and which key of its configuration holds its provider's"
            );
            output.WriteLine("  address in place of OpenAI:Endpoint.");
        }
        if (folder != ".")
        {
            output.WriteLine($"  cd {folder}");
        }
        output.WriteLine("  dotnet test                           the fast test");
        output.WriteLine("  dotnet test --filter Category=Load    the load test");
    }
}
