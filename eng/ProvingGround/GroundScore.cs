namespace GatewayBench.ProvingGround;

/// <summary>How often the diagnosis was right.</summary>
/// <param name="faults">What was tried.</param>
/// <param name="records">Their trials.</param>
internal sealed class GroundScore(IReadOnlyList<Fault> faults, IReadOnlyList<TrialRecord> records)
{
    /// <summary>Of broken gateways, as many have to be told rightly.</summary>
    public const double LeastRight = 0.9;

    /// <summary>Of the trials of each fault.</summary>
    private const double LeastOfEach = 2.0 / 3;

    public IReadOnlyList<Fault> Faults => faults;

    public int Broken => BrokenTrials.Count();

    public int RightFirst => BrokenTrials.Count(trial => trial.Record.IsRight(trial.Fault));

    public int Healthy => HealthyTrials.Count();

    /// <summary>Healthy gateways with a suspect.</summary>
    public int FalseAlarms => HealthyTrials.Count(trial => !trial.Record.IsRight(trial.Fault));

    /// <summary>Faults that too few of their trials were told by.</summary>
    public IEnumerable<Fault> Missed =>
        faults.Where(fault =>
            !fault.IsHealthy
            && Of(fault) is var own
            && own.Count(record => record.IsRight(fault)) < LeastOfEach * own.Count
        );

    public bool IsMet => RightFirst >= LeastRight * Broken && !Missed.Any() && FalseAlarms == 0;

    public List<TrialRecord> Of(Fault fault) =>
        [.. records.Where(record => record.Fault == fault.Name)];

    private IEnumerable<(Fault Fault, TrialRecord Record)> Trials =>
        faults.SelectMany(fault => Of(fault).Select(record => (fault, record)));

    private IEnumerable<(Fault Fault, TrialRecord Record)> BrokenTrials =>
        Trials.Where(trial => !trial.Fault.IsHealthy);

    private IEnumerable<(Fault Fault, TrialRecord Record)> HealthyTrials =>
        Trials.Where(trial => trial.Fault.IsHealthy);
}
