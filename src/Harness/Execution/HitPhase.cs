namespace GatewayBench;

/// <summary>
/// Which part of a row an exchange belongs to. How long a warm-up takes differs from run to run, so
/// each part numbers its exchanges anew.
/// </summary>
internal enum HitPhase
{
    FirstCheck,
    WarmUp,
    Measured,
}
