using System.Diagnostics.CodeAnalysis;

namespace GatewayBench;

public abstract partial class Delay
{
    /// <summary>Reads a delay as flags, environment and settings files hold it.</summary>
    /// <param name="text">
    /// <c>none</c>, a <see cref="Duration"/> such as <c>20ms</c> (or <c>fixed(20ms)</c>),
    /// <c>uniform(2s,8s)</c>, <c>normal(mean=100ms,deviation=20ms)</c>,
    /// <c>lognormal(p50=400ms,p99=4s)</c>, <c>pareto(p50=400ms,p99=4s)</c>,
    /// <c>mixture(90%:lognormal(p50=400ms,p99=4s),10%:5s)</c>, <c>percentiles(50:400ms,99:4s)</c>,
    /// <c>file(path)</c>, <c>preset(name)</c> or <c>preset(name,gap)</c> (see
    /// <see cref="DelayPresets"/>). In lower case, in this order; spaces between the parts don't matter.
    /// Mixtures may hold mixtures, 8 deep.
    /// </param>
    /// <exception cref="FormatException">The text is no such delay, or its file can't be read; the
    /// message says where, and what is allowed.</exception>
    public static Delay Parse(string text) => DelayParser.Parse(text);

    /// <summary>Reads a delay, without an exception when the text is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>.</param>
    /// <param name="delay">The delay, or null when the answer is false.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out Delay? delay
    )
    {
        try
        {
            delay = text is null ? null : Parse(text);
        }
        catch (FormatException)
        {
            delay = null;
        }
        return delay is not null;
    }

    /// <summary>
    /// The text from which <see cref="Parse(string)"/> makes the same delay. A preset is written as the
    /// distribution that it stands for, so that the text means the same when presets have changed.
    /// </summary>
    public abstract override string ToString();
}
