using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GatewayBench;

/// <summary>A time in which all requests to models get an error.</summary>
public sealed record Outage
{
    private const int LeastStatus = 500;
    private const int MostStatus = 599;
    private const int DefaultStatus = 503;

    /// <summary>Plans an outage.</summary>
    /// <param name="from">When it begins, counted from the provider's start: zero or more.</param>
    /// <param name="duration">How long it lasts: above zero.</param>
    /// <param name="status">The HTTP status of the errors: 500 to 599; 503 by default.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public Outage(TimeSpan from, TimeSpan duration, int status = DefaultStatus)
    {
        From = from >= TimeSpan.Zero ? from : throw Invalid(nameof(From), from, "zero or more");
        Duration =
            duration > TimeSpan.Zero
                ? duration
                : throw Invalid(nameof(Duration), duration, "above zero");
        Status = status is >= LeastStatus and <= MostStatus
            ? status
            : throw Invalid(nameof(Status), status, $"{LeastStatus} to {MostStatus}");
    }

    /// <summary>When it begins, counted from the provider's start.</summary>
    public TimeSpan From { get; }

    /// <summary>How long it lasts.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The HTTP status of the errors.</summary>
    public int Status { get; }

    /// <summary>Reads an outage as people write it: <c>10s+5s:503</c> begins after 10 s, lasts 5 s and
    /// answers 503.</summary>
    /// <param name="text">Two durations as <see cref="GatewayBench.Duration"/> reads them, joined by
    /// <c>+</c>; a colon and the status may follow.</param>
    /// <exception cref="FormatException">The text is no such outage.</exception>
    public static Outage Parse(string text) =>
        TryParse(text, out var outage)
            ? outage
            : throw new FormatException(
                $"'{text}' is not an outage; allowed: FROM+DURATION or FROM+DURATION:STATUS, with "
                    + $"FROM and DURATION {GatewayBench.Duration.Allowed}, DURATION above zero and "
                    + $"STATUS {LeastStatus} to {MostStatus}, such as 10s+5s:503."
            );

    /// <summary>The text that <see cref="Parse(string)"/> reads back as the same outage.</summary>
    public override string ToString() =>
        $"{GatewayBench.Duration.ToText(From)}+{GatewayBench.Duration.ToText(Duration)}:{Status}";

    /// <summary>Whether it lasts at that time since the start.</summary>
    internal bool Covers(TimeSpan at) => at >= From && at - From < Duration;

    private static bool TryParse(string? text, [NotNullWhen(true)] out Outage? outage)
    {
        outage = null;
        var times = text?.Split(':')[0].Split('+') ?? [];
        var status = DefaultStatus;
        if (
            times.Length != 2
            || !GatewayBench.Duration.TryParse(times[0], out var from)
            || !GatewayBench.Duration.TryParse(times[1], out var duration)
            || duration == TimeSpan.Zero
            || (text!.Contains(':') && !TryParseStatus(text[(text.IndexOf(':') + 1)..], out status))
        )
        {
            return false;
        }
        outage = new Outage(from, duration, status);
        return true;
    }

    private static bool TryParseStatus(string text, out int status) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out status)
        && status is >= LeastStatus and <= MostStatus;

    private static ArgumentException Invalid(string property, object value, string allowed) =>
        InvalidOption.Exception($"{nameof(Outage)}.{property}", value, allowed);
}
