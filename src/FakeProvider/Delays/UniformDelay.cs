namespace GatewayBench;

internal sealed class UniformDelay : Delay
{
    private readonly TimeSpan _least;
    private readonly TimeSpan _most;

    public UniformDelay(TimeSpan least, TimeSpan most)
    {
        _least = InRange(least, nameof(least));
        if (most < least || most > Longest)
        {
            throw InvalidOption.Exception(
                nameof(most),
                most,
                $"from {Duration.ToText(least)} to 24 hours"
            );
        }
        _most = most;
    }

    public override string ToString() =>
        $"{DelayWords.Uniform}({Duration.ToText(_least)},{Duration.ToText(_most)})";

    internal override TimeSpan FromUniform(double uniform) => _least + (_most - _least) * uniform;
}
