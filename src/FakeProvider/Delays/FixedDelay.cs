namespace GatewayBench;

internal sealed class FixedDelay : Delay
{
    private readonly TimeSpan _value;

    public FixedDelay(TimeSpan value)
    {
        if (value < TimeSpan.Zero || value > Longest)
        {
            throw InvalidOption.Exception(nameof(value), value, "from zero to 24 hours");
        }
        _value = value;
    }

    internal override TimeSpan FromUniform(double uniform) => _value;
}
