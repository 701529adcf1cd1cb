using System.Globalization;

namespace GatewayBench.Peers;

/// <summary>
/// Loads the bare app in turns by wrk (the app as a process of its own) and by the harness (the app
/// in this process, over each transport), and prints rates, ratios and the harness's fairness.
/// </summary>
internal static class EntryPoint
{
    private const int Users = 32;
    private const double LeastRatio = 0.65;
    private const double LeastFairness = 0.8;

    /// <param name="args">How many rounds, and seconds a round; 5 and 5 unless given.</param>
    private static async Task<int> Main(string[] args)
    {
        if (!TryRead(args, out var count, out var window))
        {
            await Console.Error.WriteLineAsync(
                $"'{string.Join(' ', args)}' is not valid; allowed: [rounds] [seconds a round], each from 1"
            );
            return 2;
        }
        if (!Wrk.IsInstalled)
        {
            await Console.Error.WriteLineAsync("wrk is not installed: apt-get install wrk");
            return 2;
        }
        using var app = await BareProcess.StartAsync();
        await using var loopback = new GatewayHost<Program>();
        await using var inMemory = new GatewayHost<Program>().UseTransport(Transport.InMemory);
        // One round that does not count: no arm pays for a cold start.
        await RoundAsync();

        var rounds = new List<Round>();
        for (var number = 1; number <= count; number++)
        {
            rounds.Add(await RoundAsync());
            Print($"round {number}", rounds[^1]);
        }
        var median = Round.MedianOf(rounds);
        Print("median", median);
        var fair = rounds
            .SelectMany(round => new[] { round.Loopback, round.InMemory })
            .All(arm => arm.Fairness >= LeastFairness);
        return median.Loopback.Ratio >= LeastRatio && fair ? 0 : 1;

        async Task<Round> RoundAsync()
        {
            var wrk = await Wrk.RunAsync(app.Address, Users, window);
            return new Round(
                wrk,
                await HarnessAsync(loopback, window, wrk),
                await HarnessAsync(inMemory, window, wrk)
            );
        }
    }

    private static bool TryRead(string[] args, out int rounds, out TimeSpan window)
    {
        (rounds, var seconds) = (5, 5);
        var valid =
            args.Length <= 2
            && (args.Length < 1 || int.TryParse(args[0], out rounds))
            && (args.Length < 2 || int.TryParse(args[1], out seconds));
        window = TimeSpan.FromSeconds(seconds);
        return valid && rounds > 0 && seconds > 0;
    }

    private static async Task<Arm> HarnessAsync(ITarget target, TimeSpan window, double wrk)
    {
        var scenario = Scenario
            .Http("GET /health/live", user => user.Get("/health/live"))
            .Check("is ok", reply => reply.Body.SequenceEqual("ok"u8));
        var result = await LoadRunner.RunAsync(target, scenario, Load.Closed(Users, window));
        result.ShouldSucceed(maxErrors: 0);
        var row = result.Rows[0];
        return new Arm(
            row.SuccessesPerSecond,
            row.SuccessesPerSecond / wrk,
            row.Fairness ?? double.NaN
        );
    }

    private static void Print(string label, Round round) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{label, -8} wrk -t2 -c{Users} {round.Wrk, 7:#,0}/s"
            )
                + Text("loopback", round.Loopback)
                + Text("inmemory", round.InMemory)
        );

    private static string Text(string transport, Arm arm) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"  {transport} {arm.Rate, 7:#,0}/s {arm.Ratio:0.00}x fair {arm.Fairness:0.00}"
        );
}
