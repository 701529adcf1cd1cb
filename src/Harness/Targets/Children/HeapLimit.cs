using System.Globalization;

namespace GatewayBench;

/// <summary>Reads sizes of a heap: a number of bytes, or a number and a unit such as <c>200MB</c>.</summary>
internal static class HeapLimit
{
    public const long Least = 16_000_000;
    public const string Allowed =
        "16MB or more, as bytes or as a number and a unit (kB, MB, GB, KiB, MiB, GiB) without a space";

    /// <exception cref="FormatException">Not a size, or too small for any gateway.</exception>
    public static long Parse(string text)
    {
        var number = text.AsSpan().TrimEnd("kKMGiB");
        var unit = text.AsSpan(number.Length) switch
        {
            "" or "B" => 1,
            "kB" or "KB" => 1e3m,
            "MB" => 1e6m,
            "GB" => 1e9m,
            "KiB" => 1024m,
            "MiB" => 1024m * 1024,
            "GiB" => 1024m * 1024 * 1024,
            _ => 0,
        };
        return
            unit > 0
            && decimal.TryParse(
                number,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
            && amount <= long.MaxValue / unit
            && amount * unit >= Least
            ? (long)(amount * unit)
            : throw new FormatException($"'{text}' is not a heap limit; allowed: {Allowed}.");
    }
}
