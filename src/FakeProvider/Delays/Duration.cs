using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Durations as people write them: a number and one unit, such as <c>400ms</c>, <c>1.5s</c> or
/// <c>5m</c>.
/// </summary>
public static class Duration
{
    internal const string Allowed =
        "a number and a unit (us, ms, s, m or h) without a space or a sign, such as 400ms or 1.5s";

    /// <summary>Reads a duration. What is finer than 100 ns is rounded.</summary>
    /// <param name="text">
    /// A decimal number that is not negative, with a point if it has a fraction, directly followed by
    /// <c>us</c>, <c>ms</c>, <c>s</c>, <c>m</c> (minutes) or <c>h</c>.
    /// </param>
    /// <exception cref="FormatException">The text is no such duration, or too long for a
    /// <see cref="TimeSpan"/>.</exception>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration)
            ? duration
            : throw new FormatException($"'{text}' is not a duration; allowed: {Allowed}.");

    /// <summary>Reads a duration, without an exception when the text is none.</summary>
    /// <param name="text">As for <see cref="Parse(string)"/>.</param>
    /// <param name="duration">The duration, or zero when the answer is false.</param>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var number = text.AsSpan().TrimEnd("ushm");
        if (
            !decimal.TryParse(
                number,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
        )
        {
            return false;
        }
        var ticksPerUnit = text.AsSpan(number.Length) switch
        {
            "us" => TimeSpan.TicksPerMicrosecond,
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            _ => 0,
        };
        if (ticksPerUnit == 0 || amount > (decimal)TimeSpan.MaxValue.Ticks / ticksPerUnit)
        {
            return false;
        }
        duration = new TimeSpan((long)Math.Round(amount * ticksPerUnit));
        return true;
    }

    /// <summary>A text that <see cref="Parse(string)"/> reads back as the same, unless it is negative.</summary>
    internal static string ToText(TimeSpan duration)
    {
        var (ticksPerUnit, unit) = Math.Abs((decimal)duration.Ticks) switch
        {
            0 => (TimeSpan.TicksPerMillisecond, "ms"),
            var t when t % TimeSpan.TicksPerHour == 0 => (TimeSpan.TicksPerHour, "h"),
            var t when t % TimeSpan.TicksPerMinute == 0 => (TimeSpan.TicksPerMinute, "m"),
            >= TimeSpan.TicksPerSecond => (TimeSpan.TicksPerSecond, "s"),
            >= TimeSpan.TicksPerMillisecond => (TimeSpan.TicksPerMillisecond, "ms"),
            _ => (TimeSpan.TicksPerMicrosecond, "us"),
        };
        return FormattableString.Invariant($"{(decimal)duration.Ticks / ticksPerUnit}{unit}");
    }

    /// <summary>Reads the duration of an option, and names that option when it can't.</summary>
    internal static TimeSpan ParseOption(string text, string option) =>
        TryParse(text, out var duration)
            ? duration
            : throw InvalidOption.Exception(option, $"'{text}'", Allowed);
}
