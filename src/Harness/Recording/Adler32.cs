namespace GatewayBench;

/// <summary>
/// The checksum at the end of a zlib stream (RFC 1950). Ours, as <c>ZLibStream</c> takes a stream
/// that is cut off before its checksum, or does not match it, for complete.
/// </summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    public static uint Compute(ReadOnlySpan<byte> data)
    {
        var (a, b) = (1u, 0u);
        foreach (var next in data)
        {
            a = (a + next) % Modulus;
            b = (b + a) % Modulus;
        }
        return (b << 16) | a;
    }
}
