using System.Globalization;

namespace GatewayBench;

/// <summary>How many files and sockets this process may have open at once, and has.</summary>
/// <param name="Most">
/// The limit in force. The runtime has raised it as far as it may at its start (the soft limit to the
/// hard one), so that no more is to be had in this process.
/// </param>
/// <param name="Open">Of them taken.</param>
internal sealed record DescriptorLimit(long Most, int Open)
{
    private const string Name = "Max open files";

    /// <returns>Null where the system does not tell it, or sets none: then nothing is refused.</returns>
    public static DescriptorLimit? Read() =>
        OperatingSystem.IsLinux() && SoftOf(File.ReadLines("/proc/self/limits")) is { } most
            ? new(most, OpenDescriptors.Count() ?? 0)
            : null;

    /// <summary>The soft limit out of lines as of <c>/proc/self/limits</c>; null if there is none.</summary>
    public static long? SoftOf(IEnumerable<string> lines)
    {
        var line = lines.FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
        var soft = line
            ?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault();
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? most
            : null;
    }
}
