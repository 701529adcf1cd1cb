namespace GatewayBench;

/// <summary>What each token of the prompt adds to the time to first token: the prefill.</summary>
internal readonly struct PromptTerm
{
    private readonly long _ticksPerToken;

    /// <exception cref="ArgumentException">The value is out of range.</exception>
    public PromptTerm(TimeSpan perPromptToken)
    {
        if (perPromptToken < TimeSpan.Zero || perPromptToken > Delay.Longest)
        {
            throw InvalidOption.Exception(
                nameof(perPromptToken),
                perPromptToken,
                "from zero to 24 hours"
            );
        }
        _ticksPerToken = perPromptToken.Ticks;
    }

    /// <returns>At most 24 hours.</returns>
    public TimeSpan AddTo(TimeSpan drawn, long promptTokens)
    {
        var ticks = drawn.Ticks + (Int128)_ticksPerToken * promptTokens;
        return ticks < Delay.Longest.Ticks ? new TimeSpan((long)ticks) : Delay.Longest;
    }
}
