namespace GatewayBench;

/// <summary>Of <c>/proc/meminfo</c>, in bytes.</summary>
/// <param name="Available">What programs could still have without swapping.</param>
/// <param name="SwapUsed">What is swapped out.</param>
internal sealed record MemoryFigures(long Available, long SwapUsed)
{
    private const int Kibi = 1024;

    /// <returns>Null if this is not what the kernel writes.</returns>
    public static MemoryFigures? Parse(string? text)
    {
        return
            Bytes("MemAvailable") is { } available
            && Bytes("SwapTotal") is { } swap
            && Bytes("SwapFree") is { } free
            ? new MemoryFigures(available, swap - free)
            : null;

        long? Bytes(string name)
        {
            var line = text
                ?.Split('\n')
                .FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
            var field = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return field is [_, var kibi, "kB"] && KernelText.TryParse(kibi, out var number)
                ? number * Kibi
                : null;
        }
    }

    /// <summary>Pages swapped in and out since the start, of <c>/proc/vmstat</c>.</summary>
    public static long? PagesSwapped(string? text) =>
        KernelText.NumberAfter("pswpin ", text, '\n')
        + KernelText.NumberAfter("pswpout ", text, '\n');
}
