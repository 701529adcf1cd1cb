using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench overhead</c>: a gateway less its provider, request by request.</summary>
internal sealed class OverheadVerb : Command
{
    /// <summary>That of this repository.</summary>
    private const string UsualBench = "examples/bench/overhead.yaml";

    private readonly Argument<string?> _bench = new("bench")
    {
        HelpName = "bench file",
        Description =
            "What is asked, and what stands behind the gateway; its load is not used. Each of its scenarios "
            + $"is a row. [default: {UsualBench}]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly OverheadOptions _options = new();

    public OverheadVerb()
        : base(
            "overhead",
            "Measures what a gateway adds: each request through it and, by the calls that it made, directly to "
                + "its provider, with the same delays. Exit codes: 0 measured, 2 wrong usage, 3 measurement "
                + "invalid, 4 the gateway could not be started or failed, 130 cancelled."
        )
    {
        Arguments.Add(_bench);
        Array.ForEach([.. _options.All], Add);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        PairCommand.RunAsync(
            parsed.InvocationConfiguration.Error,
            () => MeasureAsync(parsed, stop),
            stop
        );

    private async Task<int> MeasureAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        var benchFile = FileOf(parsed);
        var bench = BenchFile.Read(benchFile);
        Require(bench);
        var plan = _options.Plan(parsed, bench, benchFile);
        var rows = OverheadRows.Of(bench.Scenario);
        var own = await _options
            .Sources(parsed, bench, console.Error.WriteLine)
            .OwnBuildAsync(stop);
        var start = new OverheadStart(
            _options.Name(parsed, bench),
            TimeProvider.System.GetUtcNow(),
            MachineInfo.Read(),
            _options.Build(parsed, own),
            plan,
            [.. rows.Select(row => row.Name)]
        );
        var stored = _options.Resume(parsed, start);
        using var machine = await LoadLock.AcquireAsync(
            LoadLock.DefaultPath,
            start.Name,
            TimeProvider.System,
            console.Error.WriteLine,
            stop
        );
        var session = new OverheadSession(
            bench,
            _options.Order(parsed, bench, benchFile, own),
            console.Output,
            console.Error
        );
        var result = await session.RunAsync(start, stored, _options.Folder(parsed, start), stop);
        return result.Partial ? ExitCodes.Cancelled
            : result.IsValid ? ExitCodes.Success
            : ExitCodes.Invalid;
    }

    private string FileOf(ParseResult parsed) =>
        parsed.GetValue(_bench)
        ?? (
            File.Exists(UsualBench)
                ? UsualBench
                : throw new UsageException(
                    $"No bench file is given, and {UsualBench} is not there; allowed: a bench file, see docs/bench.md."
                )
        );

    private static void Require(BenchPlan bench)
    {
        ArmTarget.Require(bench);
        if (bench.Provider is null)
        {
            throw new UsageException(
                "The bench file has no provider, to which requests could go directly; allowed: provider, and "
                    + "target.providerKey."
            );
        }
    }
}
