using System.Globalization;
using System.Runtime.CompilerServices;

namespace GatewayBench.ProvingGround;

/// <summary>Runs one trial after another, and reports.</summary>
internal static class GroundRun
{
    /// <param name="plan">What is tried.</param>
    /// <param name="write">A page to put the tables into; null for none.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The exit code: 1 where too few were named, or a healthy gateway was.</returns>
    public static async Task<int> RunAsync(GroundPlan plan, string? write, CancellationToken stop)
    {
        var page = write is null ? null : Page.Open(write);
        var records = new List<TrialRecord>();
        await foreach (var (fault, record) in TrialsAsync(plan, stop))
        {
            records.Add(record);
            Console.WriteLine(Line(fault, record));
        }
        var score = new GroundScore(plan.Faults, records);
        string[] report = [.. GroundReport.Of(score)];
        Console.WriteLine();
        Array.ForEach(report, Console.WriteLine);
        page?.Write(report);
        return score.IsMet ? 0 : ExitCode.Missed;
    }

    private static IAsyncEnumerable<(Fault Fault, TrialRecord Record)> TrialsAsync(
        GroundPlan plan,
        CancellationToken stop
    ) =>
        plan.Judge is { } folder
            ? StoredTrials.Judge(folder, plan.Faults).ToAsyncEnumerable()
            : NewAsync(plan, stop);

    private static async IAsyncEnumerable<(Fault Fault, TrialRecord Record)> NewAsync(
        GroundPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var file = new GroundFile(plan.Keep);
        var kept = file.Read();
        foreach (var (fault, seed) in plan.All)
        {
            var record = kept.FirstOrDefault(one =>
                (one.Fault, one.Seed, one.Commit) == (fault.Name, seed, Conditions.Commit)
            );
            if (record is null)
            {
                record = await TrialRun.RunAsync(fault, seed, plan.Reports, stop);
                file.Add(record);
            }
            yield return (fault, record);
        }
    }

    private static string Line(Fault fault, TrialRecord record) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(record.IsRight(fault) ? "ok   " : "WRONG")} {fault.Name} {record.Seed}: {Suspects(record)}"
        );

    private static string Suspects(TrialRecord record) =>
        record.Suspects.Count == 0
            ? "no suspect"
            : string.Join(
                " | ",
                record.Suspects.Select(suspect =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{suspect.Name} at {suspect.Second:0} s ({suspect.Why})"
                    )
                )
            );
}
