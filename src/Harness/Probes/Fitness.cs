namespace GatewayBench;

/// <summary>Judges whether a machine is fit to measure.</summary>
internal static class Fitness
{
    /// <summary>All findings, what was measured first.</summary>
    public static IReadOnlyList<FitnessFinding> Of(FitnessFigures figures) =>
        [
            FitnessNoise.Loop(figures.LoopMicroseconds),
            FitnessNoise.Load(figures.CannedRates),
            .. FitnessNoise.Others(figures.Activity),
            FitnessClock.Sleep(figures.Clock),
            FitnessClock.Look(figures.Clock),
            FitnessPower.Governor(figures.Power),
            FitnessPower.Battery(figures.Power),
            FitnessRoom.Processors(figures.Cores),
            FitnessRoom.Quota(figures.CpuQuota),
            FitnessRoom.Memory(figures.Memory),
            FitnessRoom.Swap(figures.Memory, figures.PagesSwapped),
            FitnessRoom.Descriptors(figures.Descriptors),
            FitnessRuntime.Knobs(figures.RuntimeKnobs),
            FitnessRuntime.Watched(figures.RuntimeKnobs, figures.IsDebugged),
        ];

    /// <summary>Whether nothing is so that figures would be worth nothing.</summary>
    public static bool IsFit(IEnumerable<FitnessFinding> findings) =>
        findings.All(finding => finding.Judgement != Judgement.Bad);
}
