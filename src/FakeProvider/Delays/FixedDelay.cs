namespace GatewayBench;

internal sealed class FixedDelay(TimeSpan value) : Delay
{
    private readonly TimeSpan _value = InRange(value, nameof(value));

    public override string ToString() =>
        _value == TimeSpan.Zero ? DelayWords.None : Duration.ToText(_value);

    internal override TimeSpan FromUniform(double uniform) => _value;
}
