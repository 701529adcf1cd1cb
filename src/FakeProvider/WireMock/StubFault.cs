namespace GatewayBench;

/// <summary>What happens to the connection instead of an answer; the names are WireMock's.</summary>
internal enum StubFault
{
    /// <summary>The connection is reset.</summary>
    ConnectionResetByPeer,

    /// <summary>It is closed without a byte.</summary>
    EmptyResponse,

    /// <summary>A head with status 200, then bytes that are no chunk, then it is closed.</summary>
    MalformedResponseChunk,

    /// <summary>Bytes that are no HTTP, then it is closed.</summary>
    RandomDataThenClose,
}
