namespace Gateway;

/// <summary>
/// Keeps what the provider is sent under <see cref="ResilienceOptions.MaxAmplification"/> times what
/// callers ask: every call earns that factor less one, every request beyond its first costs one, and
/// nothing is lent. What calls did not need is saved up for those that do, to a limit.
/// </summary>
internal sealed class RetryBudget(double maxAmplification, int maxSaved)
{
    private readonly Lock _gate = new();
    private double _saved;

    public void Earn()
    {
        lock (_gate)
        {
            _saved = Math.Min(_saved + maxAmplification - 1, maxSaved);
        }
    }

    public bool TrySpend()
    {
        lock (_gate)
        {
            if (_saved < 1)
            {
                return false;
            }
            _saved--;
            return true;
        }
    }
}
