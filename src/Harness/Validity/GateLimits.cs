namespace GatewayBench;

/// <summary>What a row's figures of trust may be at most, or must be at least, for it to be valid.</summary>
public static class GateLimits
{
    /// <summary>
    /// The share of the row's p99 that lateness of our own may be: below it, it can't change what
    /// the figures are used for.
    /// </summary>
    public const double LatenessShare = 0.10;

    /// <summary>
    /// The schedule lag's p99 that is always tolerated, in microseconds: what a timer of a
    /// general-purpose system is late by when nothing is wrong.
    /// </summary>
    public const double LeastScheduleLagMicroseconds = 1_000;

    /// <summary>
    /// Hits that could not be sent: none. Those are the hits that would have waited longest, so
    /// that every percentile without them is too good.
    /// </summary>
    public const long Unsent = 0;

    /// <summary>How far the rate that was sent may be from the one that was meant: 1 %.</summary>
    public const double AchievedTolerance = 0.01;

    /// <summary>Hits by which the two may always differ: one at either end of the measured time.</summary>
    public const long AchievedSlack = 2;

    /// <summary>
    /// The share of the CPU per exchange that the load client may have: above it the row measures
    /// next to nothing but the client. It is an upper bound, which for the cheapest endpoints comes to
    /// 0.5 to 0.8.
    /// </summary>
    public const double GeneratorShare = 0.9;

    /// <summary>
    /// The share of the median user's exchanges that the slowest user must have done: below it a
    /// closed loop's figures are those of a few users whom the others made room for.
    /// </summary>
    public const double Fairness = 0.8;

    /// <summary>
    /// The share of the processors' time that the hypervisor may give to others. It comes in
    /// pieces of milliseconds, so that a twentieth of the time reaches far more of the p99.
    /// </summary>
    public const double StealShare = 0.05;

    /// <summary>
    /// The share of the machine that other processes may use: as much as what is usually called a
    /// regression. A desktop at rest uses 1 to 3 %.
    /// </summary>
    public const double OtherProcessesShare = 0.10;

    /// <summary>
    /// The share of the measured time in which all that could run waited for memory. Code that
    /// must not touch a disk then does.
    /// </summary>
    public const double MemoryPressure = 0.05;

    /// <summary>
    /// The share of the measured time in which all that could run waited for a disk. Looser than
    /// that of memory: one process that writes its log while the rest is idle is enough for it.
    /// </summary>
    public const double IoPressure = 0.20;

    /// <summary>
    /// The share of the control group's periods in which its CPU quota ran out: the whole process
    /// then stands still, for up to a tenth of a second each time.
    /// </summary>
    public const double ThrottledShare = 0.05;

    /// <summary>
    /// The multiple of its calls in the row that the provider must be able to answer alone: with
    /// less it is close enough to its own limit to be what was measured.
    /// </summary>
    public const double ProviderCeiling = 2;

    /// <summary>
    /// By how much the provider's delays may always miss what was drawn, at their p99 and in
    /// microseconds: five times what is allowed to our own schedule, because its timers fire on the
    /// thread pool, side by side with the load.
    /// </summary>
    public const double LeastProviderTimerErrorMicroseconds = 5_000;

    /// <summary>How far the last third of a steady load may be from the first: 25 % either way.</summary>
    public const double DriftTolerance = 0.25;

    /// <summary>The percentile that heads every report; a row must have enough samples for it.</summary>
    public const double HeadlinePercentile = 99;
}
