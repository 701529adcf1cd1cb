namespace GatewayBench;

/// <summary>Reads a file of timestamps, one in a line; all of the kind of the first one.</summary>
internal static class TraceFile
{
    /// <returns>Ticks from the schedule's start, ascending.</returns>
    /// <exception cref="InvalidDataException">A line is no timestamp, or there is none.</exception>
    public static long[] Read(string path, double speed)
    {
        var times = new List<long>();
        TraceTimestamp? first = null;
        var (number, last) = (0L, 0L);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }
            var at = new TraceLine(path, number, text);
            var timestamp = TraceTimestamp.Read(text) ?? throw at.Invalid("is no timestamp");
            first ??= timestamp;
            if (timestamp.IsInstant != first.Value.IsInstant)
            {
                throw at.Invalid("is not of the kind of the first timestamp");
            }
            var start = timestamp.IsInstant ? first.Value.Ticks : 0;
            var time = Math.Round((double)(timestamp.Ticks - start) / speed);
            if (time < last)
            {
                throw at.Invalid(
                    timestamp.Ticks < 0 ? "is negative" : "is before the line above it"
                );
            }
            if (time > Schedule.Longest.Ticks)
            {
                throw at.Invalid("is more than 30 days from the start");
            }
            times.Add(last = (long)time);
        }
        return times.Count > 0
            ? [.. times]
            : throw new InvalidDataException(
                $"{path} holds no timestamp; allowed: {TraceLine.Allowed}."
            );
    }
}
