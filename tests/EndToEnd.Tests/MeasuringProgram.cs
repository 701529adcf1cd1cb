using System.CommandLine;

namespace GatewayBench.EndToEnd;

/// <summary>A program under <c>eng</c> that measures.</summary>
internal static class MeasuringProgram
{
    /// <summary>Runs it as it was built.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string name, string arguments) =>
        Dotnet.RunAsync(
            Repository.Root,
            $"run --project eng/{name} --no-build -c {Repository.Configuration} -- {arguments}"
        );

    /// <summary>What its command line says, without doing it.</summary>
    public static async Task<(TPlan Plan, string? Page)> ReadAsync<TPlan>(
        Func<Func<TPlan, string?, CancellationToken, Task<int>>, RootCommand> command,
        string arguments
    )
    {
        var read = new List<(TPlan, string?)>();
        await command(Keep)
            .Parse(arguments)
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return Assert.Single(read);

        Task<int> Keep(TPlan plan, string? page, CancellationToken stop)
        {
            read.Add((plan, page));
            return Task.FromResult(0);
        }
    }

    /// <summary>The only thing that is wrong with a command line.</summary>
    public static string ErrorOf<TPlan>(
        Func<Func<TPlan, string?, CancellationToken, Task<int>>, RootCommand> command,
        string arguments
    ) => Assert.Single(command((_, _, _) => Task.FromResult(0)).Parse(arguments).Errors).Message;
}
