namespace GatewayBench;

/// <summary>Why a sound mapping could not be added.</summary>
internal enum StubRefusal
{
    /// <summary>There is a stub with its id.</summary>
    DuplicateId,

    /// <summary>There are <see cref="StubStore.Most"/> stubs.</summary>
    TooMany,
}
