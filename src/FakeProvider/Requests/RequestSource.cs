using System.Buffers;

namespace GatewayBench;

/// <summary>What a request is read from.</summary>
/// <param name="Body">The whole request body.</param>
/// <param name="Seed">Goes into the prompt's hash.</param>
/// <param name="Deployment">The model where the body names none; null where it has to.</param>
/// <param name="ReadsUserText">Whether the last message of the user is wanted as text.</param>
internal readonly record struct RequestSource(
    ReadOnlySequence<byte> Body,
    ulong Seed,
    string? Deployment,
    bool ReadsUserText = false
);
