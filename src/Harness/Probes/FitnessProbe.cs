using System.Diagnostics;
using System.Net;

namespace GatewayBench;

/// <summary>
/// Finds out how evenly the machine does the same thing again and again, and what on it could get in
/// the way of a measurement.
/// </summary>
/// <param name="repeats">How often the calculation and the load are repeated.</param>
/// <param name="isExclusive">Whether it waits until no load run is at work on the machine.</param>
internal sealed class FitnessProbe(int repeats, bool isExclusive = true)
{
    private static readonly TimeSpan Spell = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Of calculations, which are shorter than a spell of load.</summary>
    private const int LoopsPerRepeat = 4;

    private const string Vmstat = "/proc/vmstat";

    /// <summary>Takes about a third of a second a repeat.</summary>
    /// <param name="tell">Told whom it waits for.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<FitnessFigures> RunAsync(Action<string>? tell, CancellationToken stop)
    {
        var options = new RunOptions
        {
            Name = "doctor",
            Progress = tell,
            WarmUpCap = TimeSpan.Zero,
        };
        using var machine = isExclusive ? await LoadLock.AcquireAsync(options, stop) : null;
        await using var canned = new CannedTarget(
            CannedReply.Of(HttpStatusCode.OK, [], "application/json", "{}"u8.ToArray()),
            Transport.InMemory
        );
        await SpellAsync(WarmUp);
        CalibrationLoop.Time();

        var before = Snapshot();
        var swapped = MemoryFigures.PagesSwapped(KernelFile.Read(Vmstat));
        var (loops, rates) = (new List<double>(), new List<double>());
        for (var i = 0; i < repeats; i++)
        {
            for (var loop = 0; loop < LoopsPerRepeat; loop++)
            {
                loops.Add(CalibrationLoop.Time().TotalMicroseconds);
            }
            rates.Add(await SpellAsync(Spell));
        }
        var clock = ClockFigures.Read();
        return new FitnessFigures
        {
            LoopMicroseconds = loops,
            CannedRates = rates,
            Activity = HostActivity.Between(before, Snapshot()),
            PagesSwapped = MemoryFigures.PagesSwapped(KernelFile.Read(Vmstat)) - swapped,
            Memory = MemoryFigures.Parse(KernelFile.Read("/proc/meminfo")),
            Clock = clock,
            Descriptors = DescriptorLimit.Read(),
            Power = PowerState.Read(),
            Cores = Environment.ProcessorCount,
            CpuQuota = MachineFacts.ReadQuota(),
            RuntimeKnobs = RuntimeKnobs.Read(),
            IsDebugged = Debugger.IsAttached,
        };

        async Task<double> SpellAsync(TimeSpan duration)
        {
            var row = new Row(
                canned,
                Scenario.Http("canned", user => user.Get("/")),
                Load.Closed(Environment.ProcessorCount, duration)
            );
            var result = await new RowRunner(row, options, stop).RunAsync(calibrations: null);
            stop.ThrowIfCancellationRequested();
            return result?.SuccessesPerSecond ?? 0;
        }
    }

    private static HostSnapshot Snapshot() =>
        HostSnapshot.Read(TimeProvider.System, ProcessUsage.Read().Cpu);
}
