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

    /// <summary>
    /// Requires of what it prints and writes into a page that it is a table with these rows, and that
    /// it ends with 1 where a figure missed its limit.
    /// </summary>
    /// <param name="name">Of the program.</param>
    /// <param name="arguments">Beside that of the page.</param>
    /// <param name="rows">What rows match.</param>
    public static async Task RequireTableAsync(
        string name,
        string arguments,
        params IEnumerable<string> rows
    )
    {
        using var page = new ScratchPage();

        var (exitCode, output) = await RunAsync(name, $"{arguments} --write {page.Path}");

        Assert.True(exitCode is 0 or 1, output);
        var written = page.Read();
        Assert.All(rows, row => Assert.Matches($@"\| {row} \|", written));
        Assert.Equal(written.Contains("MISSED", StringComparison.Ordinal), exitCode == 1);
    }

    /// <summary>Requires of a command line that one thing is wrong with it, and said so.</summary>
    public static void RequireError<TPlan>(
        Func<Func<TPlan, string?, CancellationToken, Task<int>>, RootCommand> command,
        string arguments,
        string reason
    )
    {
        var errors = command((_, _, _) => Task.FromResult(0)).Parse(arguments).Errors;

        Assert.StartsWith(reason, Assert.Single(errors).Message, StringComparison.Ordinal);
    }
}
