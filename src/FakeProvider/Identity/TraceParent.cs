namespace GatewayBench;

/// <summary>
/// Reads the <c>traceparent</c> header: version, trace id, parent id and flags. Source: W3C Trace
/// Context, https://www.w3.org/TR/trace-context/, "traceparent header".
/// </summary>
internal static class TraceParent
{
    public const string Header = "traceparent";

    /// <summary>The length of version 00; later versions may have more behind another dash.</summary>
    public const int Length = 55;

    private const int TraceIdAt = 3;
    private const int ParentIdAt = TraceIdAt + RequestId.MostDigits + 1;
    private const int FlagsAt = Length - 2;
    private const string LowercaseHex = "0123456789abcdef";

    /// <returns>False for everything that the standard tells receivers to ignore.</returns>
    public static bool TryRead(ReadOnlySpan<char> header, out RequestId traceId)
    {
        traceId = default;
        if (header.Length < Length)
        {
            return false;
        }
        var version = header[..2];
        var parentId = header[ParentIdAt..(FlagsAt - 1)];
        return IsHex(version)
            && version is not "ff"
            && HasRightLength(header, version)
            && header[TraceIdAt - 1] == '-'
            && header[ParentIdAt - 1] == '-'
            && header[FlagsAt - 1] == '-'
            && IsHex(parentId)
            && parentId.ContainsAnyExcept('0')
            && IsHex(header[FlagsAt..Length])
            && TryReadId(header[TraceIdAt..(ParentIdAt - 1)], out traceId);
    }

    private static bool HasRightLength(ReadOnlySpan<char> header, ReadOnlySpan<char> version) =>
        header.Length == Length || (version is not "00" && header[Length] == '-');

    private static bool TryReadId(ReadOnlySpan<char> digits, out RequestId id)
    {
        id = default;
        if (!IsHex(digits))
        {
            return false;
        }
        Span<byte> ascii = stackalloc byte[RequestId.MostDigits];
        for (var i = 0; i < digits.Length; i++)
        {
            ascii[i] = (byte)digits[i];
        }
        return RequestId.TryParse(ascii, out id);
    }

    private static bool IsHex(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(LowercaseHex.AsSpan());
}
