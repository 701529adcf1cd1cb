using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>
/// <c>gatewaybench arm</c>: one side of a pair, started and led by <c>compare</c> and <c>noise</c> over
/// its standard input and output. Nobody types it, so that no help lists it.
/// </summary>
internal sealed class ArmVerb : Command
{
    public const string Verb = "arm";

    public ArmVerb()
        : base(Verb, "One side of a pair, led by another process over standard input and output.")
    {
        Hidden = true;
        // A Ctrl-C is for its parent, which ends it by closing its input.
        SetAction((_, _) => RunAsync());
    }

    private static async Task<int> RunAsync()
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        await using var output = Console.OpenStandardOutput();
        // What a gateway prints is not for its parent's ears.
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);
        var secrets = SecretTexts.None;
        var isWell = await ArmProgram.RunAsync(input, output, PrepareAsync, Explain);
        return isWell ? ExitCodes.Success : ExitCodes.NotStarted;

        async Task<ArmSetup> PrepareAsync(ArmOrder order, CancellationToken stop)
        {
            var plan = BenchFile.Read(order.Bench);
            secrets = new SecretTexts([.. plan.Secrets, .. order.SecretValues]);
            var targets = await BenchTargets.StartAsync(
                ArmTarget.Of(plan, order),
                new LoadSettings(),
                connections => connections,
                timeScale: 1,
                _ => { },
                stop
            );
            var load = Load.Closed(order.Users, TimeSpan.FromSeconds(1));
            return new ArmSetup(
                [
                    .. BenchRows
                        .Named(plan.Scenario, order.Rows)
                        .Select(scenario => new Row(targets.Target, scenario, load)),
                ],
                OptionsOf(plan, order),
                targets
            );
        }

        string? Explain(Exception failure) =>
            RunFailure.CodeOf(failure, CancellationToken.None) is null
                ? null
                : secrets.Redact(RunFailure.MessageOf(failure));
    }

    private static RunOptions OptionsOf(BenchPlan plan, ArmOrder order)
    {
        var defaults = new RunOptions();
        return defaults with
        {
            Name = plan.Name,
            Seed = order.Seed,
            WarmUpCap = TimeSpan.FromSeconds(order.WarmUpSeconds),
            ExchangeTimeout = plan.ExchangeTimeout ?? defaults.ExchangeTimeout,
            Prompts = plan.Prompts,
            Secrets = [.. plan.Secrets, .. order.SecretValues],
            SlowestExchanges = 0,
        };
    }
}
