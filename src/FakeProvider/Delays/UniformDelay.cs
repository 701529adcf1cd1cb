namespace GatewayBench;

internal sealed class UniformDelay : Delay
{
    private readonly TimeSpan _least;
    private readonly TimeSpan _range;

    public UniformDelay(TimeSpan least, TimeSpan most)
    {
        if (least < TimeSpan.Zero || least > Longest)
        {
            throw InvalidOption.Exception(nameof(least), least, "from zero to 24 hours");
        }
        if (most < least || most > Longest)
        {
            throw InvalidOption.Exception(nameof(most), most, $"from {least} to 24 hours");
        }
        (_least, _range) = (least, most - least);
    }

    internal override TimeSpan FromUniform(double uniform) => _least + _range * uniform;
}
