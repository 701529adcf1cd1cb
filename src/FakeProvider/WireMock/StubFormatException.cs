namespace GatewayBench;

/// <summary>A mapping, or a request pattern, that cannot be taken as it is.</summary>
/// <param name="pointer">Where, as a JSON pointer (RFC 6901): <c>/request/url</c>.</param>
/// <param name="problem">What is wrong there, and what is allowed.</param>
internal sealed class StubFormatException(string pointer, string problem)
    : Exception($"{(pointer.Length == 0 ? "/" : pointer)} {problem}")
{
    public string Pointer { get; } = pointer;

    public string Problem { get; } = problem;
}
